"""`greffier schema`: the form of a reading."""


def schema() -> None:
    """Print the JSON Schema of a reading.

    Example: greffier schema > reading.schema.json
    """
    from greffier import form
    from greffier.cli.output import print_one

    print_one(form.schema(), "json", lines=())
