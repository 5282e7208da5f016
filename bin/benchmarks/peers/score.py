"""SSIMULACRA2 of pictures against the original scaled by Pillow (Lanczos, in sRGB), which neither candor nor sharp made.

  python score.py '{"source": "…", "pictures": ["…", …]}'   prints a JSON list, 100 is the same
"""
import io
import json
import sys

from PIL import Image, ImageCms, ImageOps
from ssimulacra2 import compute_ssimulacra2

asked = json.loads(sys.argv[1])


def reference(size):
    with Image.open(asked["source"]) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
        profile = opened.info.get("icc_profile")
    if profile:
        try:
            picture = ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"))
        except ImageCms.PyCMSError:
            pass
    return picture.resize(size, Image.Resampling.LANCZOS)


def lossless(picture):
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=1)
    held.seek(0)
    return held


scores = []
for path in asked["pictures"]:
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    scores.append(float(compute_ssimulacra2(lossless(reference(picture.size)), lossless(picture))))
print(json.dumps(scores))
