"""Python's enum: a fixed set of named values."""


class auto:
    pass


class EnumMeta(type):
    def __new__(mcls, name, bases, namespace):
        members = {key: value for key, value in namespace.items() if _is_member(key, value)}
        rest = {key: value for key, value in namespace.items() if key not in members}
        made = type.__new__(mcls, name, bases, rest)
        made._member_map_ = {}
        last = 0
        for key, value in members.items():
            if isinstance(value, auto):
                value = key.lower() if issubclass(made, str) else last + 1
            last = value if isinstance(value, int) else last
            known = [one for one in made._member_map_.values() if one.value == value]
            if known:
                member = known[0]
            else:
                kind = next((kind for kind in (int, str) if any(issubclass(base, kind) for base in bases)), object)
                member = object.__new__(made) if kind is object else kind.__new__(made, value)
                member.name, member.value = key, value
            made._member_map_[key] = member
            type.__setattr__(made, key, member)
        return made

    def __call__(cls, value):
        for member in cls._member_map_.values():
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __getitem__(cls, name):
        # Brython hands the key of a class over in a tuple.
        return cls._member_map_[name[0] if isinstance(name, tuple) else name]

    def __iter__(cls):
        return iter(dict.fromkeys(cls._member_map_.values()))

    def __len__(cls):
        return len(list(iter(cls)))

    def __contains__(cls, member):
        return any(one is member or one.value == member for one in cls._member_map_.values())


def _is_member(key, value):
    if key.startswith("_") or isinstance(value, (property, classmethod, staticmethod)):
        return False
    return isinstance(value, auto) or not callable(value)


class Enum(metaclass=EnumMeta):
    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self is other


class IntEnum(int, metaclass=EnumMeta):
    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return str(self.value)


class StrEnum(str, metaclass=EnumMeta):
    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return self.value


def unique(cls):
    names = list(cls._member_map_)
    twice = [f"{name} -> {cls[name].name}" for name in names if cls[name].name != name]
    if twice:
        raise ValueError(f"duplicate values found in {cls!r}: {', '.join(twice)}")
    return cls
