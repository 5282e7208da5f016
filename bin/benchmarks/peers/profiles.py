"""ICC profiles of three curves and a matrix (ICC.1:2001-04), written from the published numbers of each space."""
import struct

# Red, green and blue in XYZ under D50, and the exponent: Adobe RGB (1998), ROMM RGB (ProPhoto).
SPACES = {
    "Adobe RGB": ([(0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)], 563 / 256),
    "ProPhoto RGB": ([(0.79767, 0.28804, 0.00000), (0.13519, 0.71188, 0.00000), (0.03134, 0.00009, 0.82491)], 1.8),
}
WHITE = (0.9642, 1.0, 0.8249)


def rgb(name):
    colours, exponent = SPACES[name]
    tags = {b"rXYZ": xyz(colours[0]), b"gXYZ": xyz(colours[1]), b"bXYZ": xyz(colours[2])}
    return profile(name, b"RGB ", tags | {end: curve(exponent) for end in (b"rTRC", b"gTRC", b"bTRC")})


def grey(exponent):
    return profile(f"Grey, exponent {exponent}", b"GRAY", {b"kTRC": curve(exponent)})


def profile(name, space, tags):
    text = name.encode()
    described = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79
    tags = {b"desc": described, b"cprt": b"text\0\0\0\0none\0", b"wtpt": xyz(WHITE)} | tags
    at, table, data = 128 + 4 + 12 * len(tags), b"", b""
    for tag, body in tags.items():
        table += tag + struct.pack(">II", at + len(data), len(body))
        data += body + b"\0" * (-len(body) % 4)
    head = struct.pack(">I4sI4s4s4s", at + len(data), b"none", 0x02400000, b"mntr", space, b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + numbers(WHITE)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def xyz(values):
    return b"XYZ \0\0\0\0" + numbers(values)


def curve(exponent):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(exponent * 256))


def numbers(values):
    return struct.pack(">3i", *(round(value * 65536) for value in values))
