// Photos in sRGB as libvips sees them, without loss: upright, on white, of the width asked for.
//   node reference.mjs '[{"source": "…", "target": "…png", "width": 500}, …]'
// With "profile" and "bits": 16 it makes a photo to be measured instead, in other colours.
import { createRequire } from "node:module";
import path from "node:path";

const sharp = createRequire(path.join(process.cwd(), "peer.js"))("sharp");
for (const { source, target, width, profile, bits } of JSON.parse(process.argv[2])) {
  let picture = sharp(source).autoOrient().flatten({ background: "white" });
  if (width) picture = picture.resize({ width, fastShrinkOnLoad: false });
  if (bits === 16) picture = picture.toColourspace("rgb16").withIccProfile(profile);
  else picture = picture.toColourspace("srgb");
  await picture.png({ compressionLevel: 1 }).toFile(target);
}
