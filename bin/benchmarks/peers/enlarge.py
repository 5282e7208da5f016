"""Makes photos of one size out of others: enlarge.py '{"files": […], "out": DIR, "count": 12, "size": [6000, 4000]}'."""
import json
import sys
from pathlib import Path

from PIL import Image, ImageOps

asked = json.loads(sys.argv[1])
size, out = tuple(asked["size"]), Path(asked["out"])
for number in range(asked["count"]):
    file = asked["files"][number % len(asked["files"])]
    picture = ImageOps.fit(ImageOps.exif_transpose(Image.open(file)).convert("RGB"), size, Image.Resampling.BICUBIC)
    # Each its own photo: none may look like a copy of another, or be one.
    picture = [picture, ImageOps.mirror(picture), ImageOps.flip(picture)][number // len(asked["files"]) % 3]
    picture.save(out / f"{number:02}.jpg", quality=92 - number // len(asked["files"]))
