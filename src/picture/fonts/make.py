"""
Makes what lies beside it, from the TTFs of `npm pack @expo-google-fonts/inter@0.4.2` (Inter, OFL-1.1) and fonttools:

    python3 src/picture/fonts/make.py package/400Regular/Inter_400Regular.ttf package/600SemiBold/Inter_600SemiBold.ttf
    npx oxfmt src/picture/fonts
"""

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Latin, typographic dashes, quotes, dots and the capital ß.
wanted = [*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "‐‑–—‘’‚“”„‹›•…′″ẞ€−")]
here = Path(__file__).parent
widths = {}
for weight, source in zip(["Regular", "SemiBold"], sys.argv[1:], strict=True):
    font = TTFont(source)
    # Only kerning: the other features would replace characters, such as the x of 8x7B.
    subsetter = Subsetter(Options(layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]))
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(here / f"Inter-{weight}.ttf")
    scale = 1000 / font["head"].unitsPerEm
    widths[weight] = {
        chr(code): round(font["hmtx"][name][0] * scale) for code, name in sorted(font.getBestCmap().items())
    }

# Rows by width, so that the file stays readable.
tables = {
    weight: {
        str(width): "".join(sign for sign, other in of.items() if other == width) for width in sorted(set(of.values()))
    }
    for weight, of in widths.items()
}
(here / "widths.json").write_text(json.dumps(tables, ensure_ascii=False, indent=2) + "\n")
