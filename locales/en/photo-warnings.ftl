## What to look at in a photo that was taken nevertheless. Worded as the program words it.

photo-warning-damaged = The file of this photo is damaged, often near its end. Check that the picture is whole and looks right; if not, copy it from the camera or phone again.
