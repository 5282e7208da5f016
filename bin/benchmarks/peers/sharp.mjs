// The web versions of photos by sharp, as well as sharp can do it: decoded once (smaller where JPEG allows), each size from
// the one before, all files encoded at the same time.
//   node sharp.mjs '{"files": [...], "out": "...", "widths": [...], "formats": {"jpeg": {...}}, "workers": 1}'
import { createRequire } from "node:module";
import path from "node:path";

// Lives in target/bench, where bin/bench installs it; the script itself is read from the project.
const sharp = createRequire(path.join(process.cwd(), "peer.js"))("sharp");
const { files, out, widths, formats, workers } = JSON.parse(process.argv[2]);
if (workers > 1) sharp.concurrency(1);
sharp.cache(false);

async function develop(file) {
  const name = path.parse(file).name;
  const options = { resolveWithObject: true };
  let picture = await sharp(file)
    .autoOrient()
    .resize({ width: widths[0], withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer(options);
  const ratio = picture.info.height / picture.info.width;
  const encoded = [];
  const steps = widths.filter((width) => width <= picture.info.width);
  for (const width of steps.length ? steps : [picture.info.width]) {
    const { data, info } = picture;
    const raw = { width: info.width, height: info.height, channels: info.channels };
    if (width < info.width) {
      const height = Math.max(1, Math.round(width * ratio));
      picture = await sharp(data, { raw }).resize(width, height, { fit: "fill" }).raw().toBuffer(options);
    }
    const now = picture;
    const form = { width: now.info.width, height: now.info.height, channels: now.info.channels };
    for (const [format, how] of Object.entries(formats)) {
      const end = format === "jpeg" ? "jpg" : format;
      const target = path.join(out, `${name}.${width}.${end}`);
      encoded.push(sharp(now.data, { raw: form }).toFormat(format, how).toFile(target));
    }
  }
  await Promise.all(encoded);
}

const waiting = [...files];
const work = async () => {
  for (let file = waiting.shift(); file; file = waiting.shift()) await develop(file);
};
await Promise.all(Array.from({ length: workers }, work));
