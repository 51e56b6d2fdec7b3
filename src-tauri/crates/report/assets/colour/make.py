#!/usr/bin/env python3
"""Makes srgb.icc: the colour space of IEC 61966-2-1 as an ICC profile of version 4, as small as one can be."""
import pathlib
import struct


def s15(value):
    return struct.pack(">i", round(value * 65536))


def words(text):
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(data), 28) + data


def xyz(*values):
    return b"XYZ " + bytes(4) + b"".join(map(s15, values))


def numbers(*values):
    return b"sf32" + bytes(4) + b"".join(map(s15, values))


# Red, green and blue of the standard, seen under the profile's white (D50, adapted after Bradford).
WHITE = (0.9642, 1.0, 0.8249)
ADAPTED = (1.04788, 0.02292, -0.05019, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
CURVE = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + b"".join(map(s15, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
TAGS = [
    (b"desc", words("sRGB")),
    (b"cprt", words("Public domain")),
    (b"wtpt", xyz(*WHITE)),
    (b"chad", numbers(*ADAPTED)),
    (b"rXYZ", xyz(0.43607, 0.22249, 0.01392)),
    (b"gXYZ", xyz(0.38515, 0.71687, 0.09708)),
    (b"bXYZ", xyz(0.14307, 0.06061, 0.71410)),
    (b"rTRC", CURVE),
    (b"gTRC", CURVE),
    (b"bTRC", CURVE),
]

table, data, places = struct.pack(">I", len(TAGS)), b"", {}
start = 128 + 4 + 12 * len(TAGS)
for name, body in TAGS:
    if body not in places:
        places[body] = start + len(data)
        data += body + bytes(-len(body) % 4)
    table += name + struct.pack(">II", places[body], len(body))
size = start + len(data)
head = struct.pack(">I", size) + bytes(4) + bytes([4, 0x20, 0, 0]) + b"mntrRGB XYZ " + struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
head += b"acsp" + bytes(28) + b"".join(map(s15, WHITE))
head += bytes(128 - len(head))
pathlib.Path(__file__).with_name("srgb.icc").write_bytes(head + table + data)
