def one_step():
    """k = 4, η = 0.1, w = 5. Where is w after one step?"""
    return 5


def seven_steps():
    """k = 4, η = 0.5, w = 3. Where is w after 7 steps?"""
    return 3


def best_rate():
    """k = 8. With which η is the minimum reached in a single step?"""
    return 0.1


def limit():
    """L(x, y) = x² + 10 y². From which η on does descent no longer settle (the limit itself)?"""
    return 1


def final_velocity():
    """k = 1, momentum μ = 0.9: v ← 0.9 v + 2 at every step (the gradient stays 2). What does v grow towards?"""
    return 2
