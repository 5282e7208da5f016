"""The web versions of photos by Pillow, as Wagtail makes them: each from the original anew.

  python pillow.py '{"files": [...], "out": "...", "widths": [...]}'
"""
import json
import sys
from pathlib import Path

from PIL import Image, ImageOps

asked = json.loads(sys.argv[1])
for file in map(Path, asked["files"]):
    for width in asked["widths"]:
        with Image.open(file) as opened:
            picture = ImageOps.exif_transpose(opened)
            if width > picture.width and width != asked["widths"][-1]:
                continue
            width = min(width, picture.width)
            height = max(1, round(width * picture.height / picture.width))
            small = picture.resize((width, height), Image.Resampling.LANCZOS).convert("RGB")
            profile = picture.info.get("icc_profile")
            small.save(Path(asked["out"]) / f"{file.stem}.{width}.jpg", quality=85, optimize=True, progressive=True, icc_profile=profile)
