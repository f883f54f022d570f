from handgrad import case


def in_order(inputs, root):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for input in inputs[node]:
            visit(input)
        order.append(node)

    visit(root)
    return order


# x · x + y: node 2 is the product, 3 the sum.
case(in_order, [[], [], [0, 0], [2, 1]], 3)
# A diamond, with a leaf that leads nowhere.
case(in_order, [[], [], [0], [0], [3, 2], [4, 0]], 5)
# The root in the middle: 5 and 6 were computed from it, and do not matter.
case(in_order, [[], [0, 0], [1, 1], [2, 2], [3, 1], [4, 0], [5, 4]], 4)
# Inputs may have larger numbers than what was computed from them.
case(in_order, [[3, 2], [], [1], [2, 4], [1]], 0)
