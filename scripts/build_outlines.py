"""Builds the map's outlines in static/ from plotly.js: python -m scripts.build_outlines [plotly-geo-assets.js]

Without a path it fetches the npm package named below with `npm pack`. The result is committed, so only
someone who changes the outlines needs npm.
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from itertools import chain, pairwise
from pathlib import Path

from scripts.hatch import hatch_polygons
from scripts.simplify import extent, rings_seen, simplify

PACKAGE = "plotly.js@4.1.1"
MEMBER = "package/dist/plotly-geo-assets.js"
# plotly asks for <scope>_<resolution>m.json, so the file keeps its name.
NAME, SMALL_NAME = "world_50m", "world_110m"
LAYERS = ("countries", "land")
# In degrees: how far a point lies beside its line, and how long an island is, that can be seen on a screen; and on the
# small map of the first screen.
SEEN, SEEN_SMALL = (0.02, 0.15), (0.15, 0.6)
ROOT = Path(__file__).parent.parent
STATIC_FOLDER, FEW_POINTS = ROOT / "static", ROOT / "exports" / "brief" / "outlines.json"


def main(arguments: list[str]) -> None:
    """Write the outlines, their sizes and the hatching of South Sudan."""
    topology = read_topology(Path(arguments[0]).read_text("utf-8") if arguments else fetch_assets())
    outlines = lighten(keep_layers(merge_same_ids(topology), LAYERS), *SEEN)
    write_json(STATIC_FOLDER / f"{NAME}.json", outlines)
    write_json(STATIC_FOLDER / f"{SMALL_NAME}.json", lighten(outlines, *SEEN_SMALL))
    write_json(STATIC_FOLDER / "south_sudan_hatching.json", hatch_polygons(outline_rings(outlines, "SSD")))
    write_json(STATIC_FOLDER / "outline_sizes.json", outline_sizes(outlines))
    write_json(FEW_POINTS, few_points(outlines))


def fetch_assets() -> str:
    """The script with all of plotly's outlines, out of the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            return package.extractfile(MEMBER).read().decode("utf-8")


def read_topology(script: str) -> dict:
    """The topology that the script holds as a JavaScript literal; its names lack the quotes of JSON."""
    literal = re.search(rf'"dist/topojson/{NAME}\.json"\(exports, module\) {{\s*module\.exports = (.*);\n', script)
    return json.loads(re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', literal[1]), parse_float=_read_number)


def merge_same_ids(topology: dict) -> dict:
    """The topology with one country for each id: plotly colours only the first of several."""
    merged: dict[str, dict] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        if first := merged.get(country["id"]):
            parts = polygons(first) + polygons(country)
            merged[country["id"]] = first | {"type": "MultiPolygon", "arcs": parts}
        else:
            merged[country["id"]] = country
    countries = {"type": "GeometryCollection", "geometries": list(merged.values())}
    return topology | {"objects": topology["objects"] | {"countries": countries}}


def keep_layers(topology: dict, layers: tuple[str, ...]) -> dict:
    """The topology with these layers alone and without the arcs that they do not use."""
    objects = {layer: topology["objects"][layer] for layer in layers}
    geometries = list(chain.from_iterable(layer["geometries"] for layer in objects.values()))
    used = sorted({forward(arc) for geometry in geometries for arc in flatten(geometry["arcs"])})
    new_number = {arc: number for number, arc in enumerate(used)}

    def renumber(arcs):
        if isinstance(arcs, list):
            return [renumber(arc) for arc in arcs]
        return new_number[arcs] if arcs >= 0 else ~new_number[~arcs]

    return topology | {
        "objects": {
            name: layer | {"geometries": [g | {"arcs": renumber(g["arcs"])} for g in layer["geometries"]]}
            for name, layer in objects.items()
        },
        "arcs": [topology["arcs"][arc] for arc in used],
    }


def lighten(topology: dict, near: float, islet: float) -> dict:
    """The topology without what is not seen: points so near to their line, and islets beside larger islands.

    Drawing it anew, which a click does, takes as long as it has points.
    """
    scale, (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]

    def thin(arc: list) -> list:
        line = simplify(_degrees(arc, topology["transform"]), near)
        if len(line) < 4 and line[0] == line[-1]:
            return arc
        steps = [(round((x - x0) / scale[0]), round((y - y0) / scale[1])) for x, y in line]
        return [list(steps[0]), *([x - a, y - b] for (a, b), (x, y) in pairwise(steps))]

    sizes = [extent(_degrees(arc, topology["transform"])) for arc in topology["arcs"]]
    objects = {
        name: layer | {"geometries": [_without_islets(each, sizes, islet) for each in layer["geometries"]]}
        for name, layer in topology["objects"].items()
    }
    return keep_layers(topology | {"arcs": list(map(thin, topology["arcs"])), "objects": objects}, LAYERS)


def _without_islets(geometry: dict, sizes: list[float], islet: float) -> dict:
    """A geometry without those of its polygons that nobody sees, where it has others."""
    parts = polygons(geometry)
    seen = [part for part in parts if max(sizes[forward(arc)] for arc in flatten(part)) >= islet]
    return geometry if not seen else geometry | {"type": "MultiPolygon", "arcs": seen}


def outline_rings(topology: dict, country_id: str) -> list[list[tuple[float, float]]]:
    """The outer and inner rings of a country as longitudes and latitudes."""
    country = next(g for g in topology["objects"]["countries"]["geometries"] if g["id"] == country_id)
    return _rings(country, [_degrees(arc, topology["transform"]) for arc in topology["arcs"]])


def few_points(topology: dict) -> dict[str, list[list[int]]]:
    """For each country that can be seen on a small map its rings in few points, as `rings_seen` has them; a border is
    the same on both its sides.  Without Antarctica, which is half of such a map and has no operations."""
    arcs = [simplify(_degrees(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = topology["objects"]["countries"]["geometries"]
    seen = {each["id"]: rings_seen(_rings(each, arcs)) for each in countries if each["id"] != "ATA"}
    return {code: rings for code, rings in seen.items() if rings}


def _rings(country: dict, arcs: list) -> list[list[tuple[float, float]]]:
    return [
        [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
        for polygon in polygons(country)
        for ring in polygon
    ]


def outline_sizes(topology: dict) -> dict[str, float]:
    """For each country the side of a square, in degrees, that is as large as its outline: how well it can be seen."""
    countries = topology["objects"]["countries"]["geometries"]
    areas = {each["id"]: sum(map(_ring_area, outline_rings(topology, each["id"]))) for each in countries}
    return {code: round(abs(area) ** 0.5, 2) for code, area in areas.items()}


def _ring_area(ring: list[tuple[float, float]]) -> float:
    """The signed area of a ring; a hole goes round the other way and so is taken off."""
    # A ring across the date line is put together on its eastern side.
    if max(x for x, _y in ring) - min(x for x, _y in ring) > 180:
        ring = [(x % 360, y) for x, y in ring]
    return sum(x * y_next - x_next * y for (x, y), (x_next, y_next) in pairwise([*ring, ring[0]])) / 2


def polygons(geometry: dict) -> list:
    """The polygons of a geometry, each a list of rings."""
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def flatten(arcs):
    """All arc numbers in a nested list."""
    return chain.from_iterable(map(flatten, arcs)) if isinstance(arcs, list) else [arcs]


def forward(arc: int) -> int:
    """The number of an arc; a negative one means the arc backwards."""
    return arc if arc >= 0 else ~arc


def write_json(path: Path, value) -> None:
    """Write a value as JSON without blanks."""
    path.write_text(json.dumps(value, separators=(",", ":")) + "\n", "utf-8")


def _read_number(text: str) -> int | float:
    """A number of the script, which writes 1000 as 1e3."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _degrees(arc: list, transform: dict) -> list[tuple[float, float]]:
    (x_scale, y_scale), (x_shift, y_shift) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for x_step, y_step in arc:
        x, y = x + x_step, y + y_step
        points.append((x * x_scale + x_shift, y * y_scale + y_shift))
    return points


if __name__ == "__main__":
    main(sys.argv[1:])
