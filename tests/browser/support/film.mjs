// A little film made by hand: pictures of H.264 in which every macroblock is its plain samples (I_PCM), one each tenth of a
// second, with `moov` behind them as cameras leave it.

class Bits {
  bytes = [];
  used = 0;

  put(value, count) {
    for (let place = count - 1; place >= 0; place -= 1) {
      if (this.used % 8 === 0) this.bytes.push(0);
      this.bytes[this.bytes.length - 1] |= ((value >> place) & 1) << (7 - (this.used % 8));
      this.used += 1;
    }
  }

  golomb(value) {
    const bits = 32 - Math.clz32(value + 1);
    this.put(0, bits - 1);
    this.put(value + 1, bits);
  }

  align() {
    this.used = this.bytes.length * 8;
  }

  /** With its last bit, and guarded so that nothing in it looks like a beginning. */
  unit(head) {
    this.put(1, 1);
    const out = [head];
    let zeros = 0;
    for (const byte of this.bytes) {
      if (zeros === 2 && byte <= 3) {
        out.push(3);
        zeros = 0;
      }
      zeros = byte === 0 ? zeros + 1 : 0;
      out.push(byte);
    }
    return Buffer.from(out);
  }
}

const u32 = (value) => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value >>> 0);
  return out;
};
const u16 = (value) => u32(value).subarray(2);
const zeros = (count) => Buffer.alloc(count);
const box = (name, ...parts) => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
  return Buffer.concat([u32(body.length + 8), Buffer.from(name, 'latin1'), body]);
};

/** The bytes of a film, so many macroblocks of 16 pixels wide and high. */
export function makeFilm({ across = 12, down = 16, frames = 20 } = {}) {
  const sps = new Bits();
  for (const value of [66, 0xc0, 30]) sps.put(value, 8);
  for (const value of [0, 0, 2, 0]) sps.golomb(value);
  sps.put(0, 1);
  sps.golomb(across - 1);
  sps.golomb(down - 1);
  sps.put(0b1100, 4);
  const pps = new Bits();
  pps.golomb(0);
  pps.golomb(0);
  pps.put(0, 2);
  for (let n = 0; n < 3; n += 1) pps.golomb(0);
  pps.put(0, 3);
  for (let n = 0; n < 3; n += 1) pps.golomb(0);
  pps.put(0b100, 3);
  const [set, picture] = [sps.unit(0x67), pps.unit(0x68)];
  const samples = Array.from({ length: frames }, (_, number) => {
    const bits = new Bits();
    for (const value of [0, 7, 0]) bits.golomb(value);
    bits.put(0, 4);
    bits.golomb(number % 2);
    bits.put(0, 2);
    bits.golomb(0);
    bits.golomb(1);
    for (let block = 0; block < across * down; block += 1) {
      bits.golomb(25);
      bits.align();
      const light = 60 + ((number * 6 + (block % across) * 5 + Math.floor(block / across) * 3) % 120);
      for (let n = 0; n < 256; n += 1) bits.bytes.push(light);
      for (let n = 0; n < 128; n += 1) bits.bytes.push(n < 64 ? 118 : 140);
      bits.align();
    }
    const unit = bits.unit(0x65);
    return Buffer.concat([u32(unit.length), unit]);
  });
  const ftyp = box('ftyp', 'isom', zeros(4), 'isom');
  const mdat = box('mdat', ...samples);
  const matrix = Buffer.concat([65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30].map(u32));
  const avcc = box('avcC', [1, 66, 0xc0, 30, 0xff, 0xe1], u16(set.length), set, [1], u16(picture.length), picture);
  const entry = box('avc1', zeros(7), [1], zeros(16), u16(across * 16), u16(down * 16), [0, 72, 0, 0, 0, 72, 0, 0, 0, 0, 0, 0, 0, 1], zeros(32), [0, 24, 0xff, 0xff], avcc);
  const table = box('stbl',
    box('stsd', zeros(4), u32(1), entry),
    box('stts', zeros(4), u32(1), u32(frames), u32(100)),
    box('stsc', zeros(4), u32(1), u32(1), u32(frames), u32(1)),
    box('stsz', zeros(8), u32(frames), ...samples.map((one) => u32(one.length))),
    box('stco', zeros(4), u32(1), u32(ftyp.length + 8)));
  const media = box('mdia',
    box('mdhd', zeros(12), u32(1000), u32(frames * 100), zeros(4)),
    box('hdlr', zeros(8), 'vide', zeros(13)),
    box('minf', box('vmhd', zeros(12)), table));
  const head = box('tkhd', u32(3), zeros(8), u32(1), zeros(4), u32(frames * 100), zeros(16), matrix, u32(across << 20), u32(down << 20));
  return Buffer.concat([ftyp, mdat, box('moov', box('mvhd', zeros(12), u32(1000), u32(frames * 100), zeros(80)), box('trak', head, media))]);
}
