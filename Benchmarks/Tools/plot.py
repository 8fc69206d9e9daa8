#!/usr/bin/env python3
"""Draws the curves of `scrubd-bench curves` as SVG, with nothing but Python's standard library.

    scrubd-bench curves | Tools/plot.py OUTPUT_FOLDER
"""
import csv
import math
import os
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 360, 70, 50, 40


def ticks(low, high):
    """Powers of ten, and halves between them, that cover the range."""
    step = 10 ** math.floor(math.log10(high or 1))
    if high / step < 3:
        step /= 2
    return [step * number for number in range(int(high / step) + 2)]


def svg(title, points):
    xs = [x for x, _ in points]
    logarithmic = min(xs) > 0 and max(xs) / min(xs) > 50
    scale = (lambda x: math.log(x)) if logarithmic else (lambda x: x)
    low, high = scale(min(xs)), scale(max(xs))
    marks = ticks(0, max(y for _, y in points))
    top = marks[-1]

    def place(x, y):
        return (LEFT + (scale(x) - low) / ((high - low) or 1) * (WIDTH - LEFT - 20),
                HEIGHT - BOTTOM - y / top * (HEIGHT - BOTTOM - TOP))

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
             f'<text x="{LEFT}" y="22" font-size="14">Nanoseconds of processor time a byte, by {title}</text>']
    for mark in marks:
        y = place(xs[0], mark)[1]
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - 20}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{mark:g}</text>')
    for x, _ in points:
        parts.append(f'<text x="{place(x, 0)[0]:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:g}</text>')
    line = " ".join(f"{place(x, y)[0]:.1f},{place(x, y)[1]:.1f}" for x, y in points)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    for x, y in points:
        left, up = place(x, y)
        parts.append(f'<circle cx="{left:.1f}" cy="{up:.1f}" r="3" fill="#1f5fa8"/>')
    parts.append(f'<text x="{(LEFT + WIDTH) / 2:.0f}" y="{HEIGHT - 10}" text-anchor="middle">{title}</text></svg>')
    return "\n".join(parts) + "\n"


def main():
    curves = {}
    for row in csv.DictReader(sys.stdin):
        curves.setdefault(row["curve"], []).append((float(row["x"]), float(row["ns_per_byte"])))
    for title, points in curves.items():
        name = title.lower().replace(" ", "-")
        with open(os.path.join(sys.argv[1], f"{name}.svg"), "w", encoding="utf-8") as file:
            file.write(svg(title, sorted(points)))


if __name__ == "__main__":
    main()
