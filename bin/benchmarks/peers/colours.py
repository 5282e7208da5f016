"""Makes the photos that the corpus lacks, and tells how far two pictures are apart.

  python colours.py make '{"photo": "…", "p3": "…png", "heic": "…", "out": "…"}'
  python colours.py compare '[["ours.jpg", "theirs.png"], …]'   prints a JSON list of mean and 99th percentile of ΔE2000
"""
import io
import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image

import gain_map
import profiles

D65 = np.array([0.95047, 1.0, 1.08883])
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
QUALITY = 92


def make(photo, p3, heic, out):
    """Profiles are assigned: the photo's numbers are read as those of the other space, so that colours beyond sRGB occur."""
    import pillow_heif

    out = Path(out)
    picture = Image.open(photo).convert("RGB")
    picture.thumbnail((1600, 1600), Image.Resampling.LANCZOS)
    for name in profiles.SPACES:
        file = name.split()[0].lower() + ".jpg"
        picture.save(out / file, quality=95, subsampling=0, icc_profile=profiles.rgb(name))
    picture.convert("L").save(out / "grey.jpg", quality=95, icc_profile=profiles.grey(1.8))
    picture.save(out / "plain.png")
    gains = picture.convert("L").resize((picture.width // 4, picture.height // 4))
    (out / "gain-map.jpg").write_bytes(gain_map.with_gain_map(coded(picture, 95), coded(gains, 90)))
    with Image.open(p3) as small:
        size = (small.width * 32, small.height * 32)
        large = small.convert("RGB").resize(size, Image.Resampling.NEAREST)
        large.save(out / "p3.png", icc_profile=small.info["icc_profile"])
    # libvips as it comes with sharp does not decode HEVC.
    still = pillow_heif.open_heif(heic)
    still.to_pillow().save(out / "heic-decoded.png", icc_profile=still.info["icc_profile"], compress_level=1)


def compare(pairs):
    told = []
    for ours, theirs in pairs:
        with Image.open(ours) as one, Image.open(theirs) as other:
            a, b = one.convert("RGB"), other.convert("RGB")
        apart = delta(lab(a), lab(b))
        again = delta(lab(Image.open(io.BytesIO(coded(b, QUALITY)))), lab(b))
        told.append({"mean": apart.mean(), "p99": float(np.percentile(apart, 99)), "coding": again.mean(), "size": a.size})
    return told


def coded(picture, quality):
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=quality, subsampling=0)
    return held.getvalue()


def lab(picture):
    part = np.asarray(picture.convert("RGB"), dtype=np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    ratio = linear @ TO_XYZ.T / D65
    x, y, z = np.moveaxis(np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116), -1, 0)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def delta(first, second):
    """ΔE2000 (ISO/CIE 11664-6), of each pixel."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    middle = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    grow = 1.5 - 0.5 * np.sqrt(middle**7 / (middle**7 + 25.0**7))
    c1, c2 = np.hypot(a1 * grow, b1), np.hypot(a2 * grow, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * grow)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180
    turn = np.where(c1 * c2 == 0, 0, turn)
    hue = np.where(c1 * c2 == 0, h1 + h2, (h1 + turn / 2) % 360)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    wave = lambda times, shift: np.cos(np.radians(times * hue + shift))
    t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.20 * wave(4, -63)
    sl = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    dl = (l2 - l1) / sl
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2) / (1 + 0.015 * chroma * t)
    blue = 60 * np.exp(-(((hue - 275) / 25) ** 2))
    rotation = -2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7)) * np.sin(np.radians(blue))
    return np.sqrt(np.maximum(dl**2 + dc**2 + dh**2 + rotation * dc * dh, 0))


if __name__ == "__main__":
    what, asked = sys.argv[1], json.loads(sys.argv[2])
    if what == "make":
        make(**asked)
    else:
        print(json.dumps(compare(asked)))
