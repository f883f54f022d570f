"""Python's argparse: there is no command line here, so what is given is what `sys.argv` or a list holds."""


class Namespace:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return f"Namespace({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def __contains__(self, name):
        return name in vars(self)


class ArgumentParser:
    def __init__(self, description=None, **settings):
        self._arguments = []

    def add_argument(self, *names, action=None, default=None, type=None, nargs=None, choices=None, dest=None, required=False, **rest):
        long = next((name for name in names if name.startswith("--")), names[0])
        dest = dest or long.lstrip("-").replace("-", "_")
        if action == "store_true":
            default = False if default is None else default
        if action == "store_false":
            default = True if default is None else default
        self._arguments.append((names, dest, action, default, type, nargs, choices, required))

    def set_defaults(self, **values):
        for name, value in values.items():
            self._arguments.append(((), name, None, value, None, None, None, False))

    def add_argument_group(self, *args, **settings):
        return self

    add_mutually_exclusive_group = add_argument_group

    def error(self, message):
        raise SystemExit(f"error: {message}")

    def parse_args(self, args=None):
        values, rest = self.parse_known_args(args)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return values

    def parse_known_args(self, args=None):
        import sys

        given, rest, values = list(sys.argv[1:] if args is None else args), [], {}
        places = [one for one in self._arguments if one[0] and not one[0][0].startswith("-")]
        for names, dest, action, default, *others in self._arguments:
            values[dest] = default
        seen = set()
        while given:
            name, equals, inline = given.pop(0).partition("=")
            found = next((one for one in self._arguments if name in one[0]), None)
            if found is None and places and not name.startswith("--"):
                found, equals, inline = places.pop(0), "=", name
            if found is None:
                rest.append(name)
                continue
            names, dest, action, default, kind, nargs, choices, required = found
            seen.add(dest)
            if action in ("store_true", "store_false"):
                values[dest] = action == "store_true"
                continue
            parts = [inline] if equals else []
            if nargs in ("+", "*") or isinstance(nargs, int):
                while given and not given[0].startswith("--") and (not isinstance(nargs, int) or len(parts) < nargs):
                    parts.append(given.pop(0))
            elif not parts:
                if not given:
                    self.error(f"argument {'/'.join(names)}: expected one argument")
                parts.append(given.pop(0))
            parts = [kind(part) if kind else part for part in parts]
            values[dest] = parts if nargs in ("+", "*") or isinstance(nargs, int) else parts[0]
        missing = [one[0][-1] for one in self._arguments if one[7] and one[1] not in seen]
        missing += [one[0][0] for one in places if one[5] not in ("?", "*")]
        if missing:
            self.error(f"the following arguments are required: {', '.join(missing)}")
        return Namespace(**values), rest
