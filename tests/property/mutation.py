"""Damages files in ways that can be told again by a number."""

import random


def mutated(data: bytes, number: int) -> bytes:
    """Give `data` with a few bytes flipped, cut, doubled, swapped or cut off."""
    chance = random.Random(number)  # noqa: S311 - no secret
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not made:
            break
        start = chance.randrange(len(made))
        length = chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0:
                made[start] ^= 1 << chance.randrange(8)
            case 1:
                del made[start : start + length]
            case 2:
                made[start:start] = made[start : start + length]
            case 3:
                made[start : start + length] = chance.randbytes(length)
            case 4:
                other = chance.randrange(len(made))
                made[start : start + length] = made[other : other + length]
            case _:
                del made[start if chance.random() < 0.2 else len(made) :]
    return bytes(made)
