"""torch.hub."""


def load(repo_or_dir, model, *args, **settings):
    raise RuntimeError(f"torch.hub downloads '{model}', and this page has no network: build the model with torch.nn")


load_state_dict_from_url = download_url_to_file = list = help = lambda *args, **settings: load(None, args[0] if args else "a model")
