"""Opens a sealed box with the C libsodium. One JSON line in (seed, box: hex and base64), the text out as hex."""
import base64
import ctypes
import json
import sys

sodium = ctypes.CDLL("libsodium.so.23")
assert sodium.sodium_init() >= 0

for line in sys.stdin:
    request = json.loads(line)
    public, private = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
    if request.get("seed") is not None:
        assert sodium.crypto_box_seed_keypair(public, private, bytes.fromhex(request["seed"])) == 0
    if "box" not in request:
        print(json.dumps({"publicKey": base64.b64encode(public.raw).decode()}), flush=True)
        continue
    box = base64.b64decode(request["box"], validate=True)
    text = ctypes.create_string_buffer(max(len(box) - 48, 1))
    opened = sodium.crypto_box_seal_open(text, box, ctypes.c_ulonglong(len(box)), public, private)
    print(json.dumps({"text": text.raw[: len(box) - 48].hex() if opened == 0 else None}), flush=True)
