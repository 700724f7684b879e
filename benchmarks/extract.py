"""How fast pages are read, and with how much memory.

    python benchmarks/extract.py FILE-OR-FOLDER ... [--rounds 3]

Prints the items a second (parsing, people, careers, programs; one process, one core), the slowest items, and the peak
of the memory in MiB. The time is the processor's, so that other programs of the machine count little. The first pass,
in which the libraries are loaded on use, is told apart from the rounds behind it; loading the program itself and
reading the files are not counted in the time, but in the memory.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such figures
    resource = None

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from research.errors import ResearchError
from research.pages import extract

SUFFIXES = {".txt", ".html", ".htm", ".pdf", ".xml", ".rss", ".atom"}


def files_in(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES))
        else:
            found.append(path)
    return found


def peak_mib() -> float:
    if resource is None:
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(bodies: list[tuple[Path, bytes]]) -> tuple[list[tuple[float, Path]], int, int]:
    """Seconds of the processor for each item, the people found, and the items that could not be read."""
    times: list[tuple[float, Path]] = []
    people = failed = 0
    for path, body in bodies:
        begun = time.process_time()
        try:
            people += len(extract(body).people)
        except ResearchError:
            failed += 1
        times.append((time.process_time() - begun, path))
    return times, people, failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    bodies = [(path, path.read_bytes()) for path in files_in(arguments.paths)]
    if not bodies:
        print("No files to read.", file=sys.stderr)
        return 2
    loaded = peak_mib()
    first = sum(seconds for seconds, _ in measure(bodies)[0])
    rounds = [measure(bodies) for _ in range(max(arguments.rounds, 1))]
    totals = sorted(sum(seconds for seconds, _ in times) for times, _, _ in rounds)
    times, people, failed = rounds[-1]
    middle = statistics.median(totals)
    print(f"{len(bodies)} items, {people} people, {failed} not readable")
    print(f"{len(bodies) / first:.1f} items/s in the first pass ({first:.2f} s of the processor)")
    print(
        f"{len(bodies) / middle:.1f} items/s warm "
        f"(median of {len(rounds)} rounds, {min(totals):.2f} to {max(totals):.2f} s)"
    )
    print(f"{statistics.median(seconds for seconds, _ in times) * 1000:.0f} ms the median item")
    for seconds, path in sorted(times, reverse=True)[:3]:
        print(f"  {seconds * 1000:.0f} ms  {path.name}")
    print(f"{peak_mib():.0f} MiB at the peak, {loaded:.0f} MiB before the first item")
    return 0


if __name__ == "__main__":
    sys.exit(main())
