/** All operator records. Importing this module registers them; nothing else needs to know the list. */

import './arithmetic.ts';
import './comparison.ts';
import './copy.ts';
import './creation.ts';
import './elementwise.ts';
import './indexing.ts';
import './joining.ts';
import './matmul.ts';
import './ranges.ts';
import './sums.ts';
import './views.ts';
import './where.ts';
