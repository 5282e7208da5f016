"""Draws pairs that were lined up, one a row: the first, the second laid over it, and half of each.

  python overlay.py SHEET.png < '[{"name": …, "before": PATH, "after": PATH, "found": {…}}]'
"""
import json
import math
import sys

from PIL import Image, ImageDraw, ImageOps

WIDE, HIGH = 420, 330
rows = json.load(sys.stdin)
sheet = Image.new("RGB", (WIDE * 3, HIGH * len(rows)), "white")
draw = ImageDraw.Draw(sheet)


def opened(path):
    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


for number, row in enumerate(rows):
    before, after, found = opened(row["before"]), opened(row["after"]), row["found"]
    top = number * HIGH
    words = found.get("words", "")
    draw.text((4, top + 2), f"{row['name']}: {words}"[:200], fill="black")
    shown = [before, after]
    if "unsure" not in found:
        # From a place on the first photo to the same place on the second, in pixels of each.
        (wide, _), (after_wide, _) = found["pictures"]
        one, two = wide / before.width, after.width / after_wide
        angle, scale = math.radians(found["degrees"]), found["scale"]
        cos, sin = scale * math.cos(angle) * one * two, scale * math.sin(angle) * one * two
        moved = (cos, -sin, found["x"] * two, sin, cos, found["y"] * two)
        laid = after.transform(before.size, Image.Transform.AFFINE, moved, Image.Resampling.BICUBIC)
        half = before.copy()
        half.paste(laid.crop((before.width // 2, 0, *before.size)), (before.width // 2, 0))
        shown = [before, Image.blend(before, laid, 0.5), half]
    for column, picture in enumerate(shown):
        picture = picture.copy()
        picture.thumbnail((WIDE - 6, HIGH - 24))
        sheet.paste(picture, (column * WIDE, top + 18))
sheet.save(sys.argv[1])
