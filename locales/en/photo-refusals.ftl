## Why a photo was not taken, and what to do about it. Worded as the program words it.

photo-refused-empty = The file is empty. Choose the photo again; if it is empty there too, copy it from the camera or phone once more.
photo-refused-too-many-bytes = The file is larger than 25 MB. Export the photo as a JPEG at a lower quality or size and upload that.
photo-refused-not-a-photo = This is not a photo we can read. Upload a JPEG, HEIC, AVIF, PNG or WebP file; renaming a file does not change what it is.
photo-refused-heic = This photo is in a kind of HEIC that we cannot read. Export it as a JPEG, or set the iPhone to Settings, Camera, Formats, Most Compatible, and upload that.
photo-refused-avif = This photo is in a kind of AVIF that we cannot read. Export it as a JPEG and upload that.
photo-refused-animated = This is an animation. Upload a single still photo as JPEG, HEIC, AVIF, PNG or WebP.
photo-refused-too-many-pixels = The photo has more than 50 megapixels, or is longer than 20,000 pixels, or is stored in too many layers. Export it as an ordinary JPEG at a smaller size and upload that.
photo-refused-too-small = The photo is smaller than 200 pixels on a side, too small to show a result. Upload the original from the camera or phone, not a preview.
photo-refused-cmyk = This photo is stored in print colours (CMYK) and does not say which. Export it as an RGB (sRGB) JPEG and upload that.
photo-refused-unsupported = This photo is stored in a rare way (12 bits, arithmetic or lossless coding, Lab or HDR colours). Export it as an ordinary 8-bit sRGB JPEG and upload that.
photo-refused-damaged = The file is damaged or incomplete. Copy the photo from the camera or phone again and upload that copy.
photo-refused-bad-edits = The crop, angle or masks are not valid. Open the photo's edits, correct them and save again.
photo-refused-not-encoded = The web versions of this photo could not be made just now. Nothing was lost; try again in a few minutes.
