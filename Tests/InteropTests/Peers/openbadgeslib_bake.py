"""openbadgeslib bakes badges into pictures, and takes them out of pictures.

request {bake: [{picture, badge, to}], unbake: [path]}; writes the pictures; answer the badges' texts.
"""

from openbadgeslib import baking

from common import answer, read_text, request

OB3_SVG = {"element": baking.SVG_ELEMENT_OB3, "namespace": baking.SVG_NS_OB3}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def bake(picture, badge):
    if picture.endswith(".png"):
        return baking.bake_png(read(picture), badge, keyword=baking.ITXT_KEYWORD_OB3)
    return baking.bake_svg(read(picture), badge, as_text=badge.startswith("{"), **OB3_SVG)


def unbake(picture):
    if picture.endswith(".png"):
        return baking.extract_png(read(picture), keyword=baking.ITXT_KEYWORD_OB3)
    return baking.extract_svg(read(picture), element=baking.SVG_ELEMENT_OB3, text_fallback=True)


asked = request()
for order in asked["bake"]:
    with open(order["to"], "wb") as file:
        file.write(bake(order["picture"], read_text(order["badge"])))
answer([unbake(path) for path in asked["unbake"]])
