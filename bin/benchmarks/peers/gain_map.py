"""A JPEG with a gain map behind it (Ultra HDR 1.0; CIPA DC-007): what newer phones write."""
import struct

HDR = "http://ns.adobe.com/hdr-gain-map/1.0/"
ITEMS = "http://ns.google.com/photos/1.0/container/"


def with_gain_map(picture, gains):
    """Of two JPEG files, the second brighter where the picture may be brighter than paper."""
    inner = insert(gains, 0xE1, xmp(f'xmlns:hdrgm="{HDR}" hdrgm:Version="1.0" hdrgm:GainMapMax="2" hdrgm:HDRCapacityMax="2"'))
    listed = "".join(
        f'<rdf:li rdf:parseType="Resource"><Container:Item xmlns:Item="{ITEMS}item/" Item:Semantic="{what}" Item:Mime="image/jpeg"{length}/></rdf:li>'
        for what, length in (("Primary", ""), ("GainMap", f' Item:Length="{len(inner)}"')))
    directory = f"<Container:Directory><rdf:Seq>{listed}</rdf:Seq></Container:Directory>"
    outer = insert(picture, 0xE1, xmp(f'xmlns:hdrgm="{HDR}" xmlns:Container="{ITEMS}" hdrgm:Version="1.0"', directory))
    # The index says how long the first picture is and where the second begins, from its own TIFF header on.
    empty = insert(outer, 0xE2, index(0, 0, 0))
    tiff = 2 + 4 + 4
    return insert(outer, 0xE2, index(len(empty), len(inner), len(empty) - tiff)) + inner


def insert(jpeg, code, payload):
    return jpeg[:2] + struct.pack(">BBH", 0xFF, code, len(payload) + 2) + payload + jpeg[2:]


def xmp(attributes, inside=""):
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    text = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
    return b"http://ns.adobe.com/xap/1.0/\0" + text.encode()


def index(first, second, where):
    entries = struct.pack(">IIIHH", 0x030000, first, 0, 0, 0) + struct.pack(">IIIHH", 0, second, where, 0, 0)
    tags = struct.pack(">HHI4s", 0xB000, 7, 4, b"0100") + struct.pack(">HHII", 0xB001, 4, 1, 2)
    tags += struct.pack(">HHII", 0xB002, 7, len(entries), 8 + 2 + 36 + 4)
    return b"MPF\0MM\0*\0\0\0\x08" + struct.pack(">H", 3) + tags + b"\0\0\0\0" + entries
