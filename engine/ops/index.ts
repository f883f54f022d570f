/** All operator records. Importing this module registers them; nothing else needs to know the list. */

import './activations.ts';
import './arithmetic.ts';
import './bitwise.ts';
import './comparison.ts';
import './copy.ts';
import './creation.ts';
import './elementwise.ts';
import './extremes.ts';
import './indexing.ts';
import './joining.ts';
import './masks.ts';
import './matmul.ts';
import './multinomial.ts';
import './random.ts';
import './ranges.ts';
import './rounding.ts';
import './scans.ts';
import './special.ts';
import './sums.ts';
import './views.ts';
import './where.ts';
