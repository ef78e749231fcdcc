"""Reads feeds with Debian's feedparser and prints what it understood, as one list of JSON."""

import calendar
import json
import sys

import feedparser


def moment(parsed):
    return calendar.timegm(parsed) * 1000 if parsed else None


def item(entry):
    return {
        "title": entry.get("title"),
        "link": entry.get("link"),
        "id": entry.get("id"),
        "authors": [author["name"] for author in entry.get("authors", []) if author],
        "categories": [tag["term"] for tag in entry.get("tags", [])],
        "published": moment(entry.get("published_parsed")),
        "updated": moment(entry.get("updated_parsed")) if "updated" in entry else None,
        "summary": entry.get("summary") if "summary_detail" in entry else None,
        "content": entry["content"][0]["value"] if entry.get("content") else None,
        "picture": entry["media_content"][0]["url"] if entry.get("media_content") else None,
    }


def feed(file):
    with open(file, "rb") as opened:
        # As it stands: what a reader shows of it is a matter of the reader's own.
        read = feedparser.parse(opened.read(), sanitize_html=False, resolve_relative_uris=False)
    links = {link["rel"]: link["href"] for link in read.feed.get("links", [])}
    return {
        "fault": str(read.bozo_exception) if read.bozo else None,
        "version": read.version,
        "title": read.feed.get("title"),
        "description": read.feed.get("subtitle"),
        "language": read.feed.get("language"),
        "front": read.feed.get("link"),
        "self": links.get("self"),
        "hub": links.get("hub"),
        "items": [item(entry) for entry in read.entries],
    }


json.dump([feed(file) for file in sys.argv[1:]], sys.stdout)
