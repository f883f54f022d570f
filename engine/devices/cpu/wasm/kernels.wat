;; Kernels of the cpu over float32 in memory, in vectors of four. Assembled by `npm run generate`.
;; Pointers count bytes, lengths and strides count elements.
(module
  (memory (import "m" "m") 1)

  ;; Copies a block of a matrix into panels of $width rows' (or columns') elements side by side:
  ;; element (i, k) goes to panel floor(i / width), place k * width + i % width. What is missing becomes 0.
  (func (export "pack")
    (param $from i32) (param $across i32) (param $along i32) (param $count i32) (param $depth i32)
    (param $to i32) (param $width i32)
    (local $panel i32) (local $k i32) (local $i i32) (local $source i32) (local $left i32)
    (local.set $across (i32.shl (local.get $across) (i32.const 2)))
    (local.set $along (i32.shl (local.get $along) (i32.const 2)))
    (block $end (loop $panels
      (br_if $end (i32.ge_s (local.get $panel) (local.get $count)))
      (local.set $left (i32.sub (local.get $count) (local.get $panel)))
      (if (i32.gt_s (local.get $left) (local.get $width)) (then (local.set $left (local.get $width))))
      (if (i32.lt_s (local.get $left) (local.get $width)) (then
        (memory.fill (local.get $to) (i32.const 0)
          (i32.shl (i32.mul (local.get $depth) (local.get $width)) (i32.const 2)))))
      (local.set $k (i32.const 0))
      (block $packed (loop $deep
        (br_if $packed (i32.ge_s (local.get $k) (local.get $depth)))
        (local.set $source (i32.add (local.get $from) (i32.mul (local.get $k) (local.get $along))))
        (if (i32.and (i32.eq (local.get $across) (i32.const 4)) (i32.eq (local.get $left) (i32.const 8)))
          (then
            (v128.store (local.get $to) (v128.load align=4 (local.get $source)))
            (v128.store offset=16 (local.get $to) (v128.load offset=16 align=4 (local.get $source))))
          (else
            (local.set $i (i32.const 0))
            (loop $side
              (f32.store (i32.add (local.get $to) (i32.shl (local.get $i) (i32.const 2)))
                (f32.load (i32.add (local.get $source) (i32.mul (local.get $i) (local.get $across)))))
              (br_if $side (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $left))))))
        (local.set $to (i32.add (local.get $to) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $deep)))
      (local.set $from (i32.add (local.get $from) (i32.mul (local.get $width) (local.get $across))))
      (local.set $panel (i32.add (local.get $panel) (local.get $width)))
      (br $panels))))

  ;; One panel of 4 rows times one of 8 columns, added to the 4 by 8 block of results at $c.
  (func $block (param $a i32) (param $b i32) (param $c i32) (param $depth i32) (param $row i32)
    (local $x v128) (local $y v128) (local $s v128)
    (local $p0 v128) (local $p1 v128) (local $p2 v128) (local $p3 v128)
    (local $q0 v128) (local $q1 v128) (local $q2 v128) (local $q3 v128)
    (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local.set $c1 (i32.add (local.get $c) (local.get $row)))
    (local.set $c2 (i32.add (local.get $c1) (local.get $row)))
    (local.set $c3 (i32.add (local.get $c2) (local.get $row)))
    (local.set $p0 (v128.load (local.get $c)))
    (local.set $q0 (v128.load offset=16 (local.get $c)))
    (local.set $p1 (v128.load (local.get $c1)))
    (local.set $q1 (v128.load offset=16 (local.get $c1)))
    (local.set $p2 (v128.load (local.get $c2)))
    (local.set $q2 (v128.load offset=16 (local.get $c2)))
    (local.set $p3 (v128.load (local.get $c3)))
    (local.set $q3 (v128.load offset=16 (local.get $c3)))
    (loop $deep
      (local.set $x (v128.load (local.get $b)))
      (local.set $y (v128.load offset=16 (local.get $b)))
      (local.set $s (v128.load32_splat (local.get $a)))
      (local.set $p0 (f32x4.relaxed_madd (local.get $s) (local.get $x) (local.get $p0)))
      (local.set $q0 (f32x4.relaxed_madd (local.get $s) (local.get $y) (local.get $q0)))
      (local.set $s (v128.load32_splat offset=4 (local.get $a)))
      (local.set $p1 (f32x4.relaxed_madd (local.get $s) (local.get $x) (local.get $p1)))
      (local.set $q1 (f32x4.relaxed_madd (local.get $s) (local.get $y) (local.get $q1)))
      (local.set $s (v128.load32_splat offset=8 (local.get $a)))
      (local.set $p2 (f32x4.relaxed_madd (local.get $s) (local.get $x) (local.get $p2)))
      (local.set $q2 (f32x4.relaxed_madd (local.get $s) (local.get $y) (local.get $q2)))
      (local.set $s (v128.load32_splat offset=12 (local.get $a)))
      (local.set $p3 (f32x4.relaxed_madd (local.get $s) (local.get $x) (local.get $p3)))
      (local.set $q3 (f32x4.relaxed_madd (local.get $s) (local.get $y) (local.get $q3)))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 32)))
      (br_if $deep (local.tee $depth (i32.sub (local.get $depth) (i32.const 1)))))
    (v128.store (local.get $c) (local.get $p0))
    (v128.store offset=16 (local.get $c) (local.get $q0))
    (v128.store (local.get $c1) (local.get $p1))
    (v128.store offset=16 (local.get $c1) (local.get $q1))
    (v128.store (local.get $c2) (local.get $p2))
    (v128.store offset=16 (local.get $c2) (local.get $q2))
    (v128.store (local.get $c3) (local.get $p3))
    (v128.store offset=16 (local.get $c3) (local.get $q3)))

  ;; Adds the product of packed panels to results whose rows are a multiple of 4 and columns of 8.
  (func (export "multiply")
    (param $a i32) (param $b i32) (param $c i32) (param $rows i32) (param $columns i32) (param $depth i32)
    (local $row i32) (local $column i32) (local $panel i32)
    (loop $across
      (local.set $row (i32.const 0))
      (local.set $panel (local.get $a))
      (loop $down
        (call $block (local.get $panel) (local.get $b)
          (i32.add (local.get $c) (i32.shl
            (i32.add (i32.mul (local.get $row) (local.get $columns)) (local.get $column)) (i32.const 2)))
          (local.get $depth) (i32.shl (local.get $columns) (i32.const 2)))
        (local.set $panel (i32.add (local.get $panel) (i32.shl (local.get $depth) (i32.const 4))))
        (br_if $down (i32.lt_s (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rows))))
      (local.set $b (i32.add (local.get $b) (i32.shl (local.get $depth) (i32.const 5))))
      (br_if $across
        (i32.lt_s (local.tee $column (i32.add (local.get $column) (i32.const 8))) (local.get $columns)))))

  ;; The sum of a run of floats, in double precision.
  (func (export "sum") (param $from i32) (param $count i32) (result f64)
    (local $end i32) (local $total f64)
    (local $p v128) (local $q v128) (local $r v128) (local $s v128)
    (local $t v128) (local $u v128) (local $v v128) (local $w v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (i32.and (local.get $count) (i32.const -16)) (i32.const 2))))
    (if (i32.lt_u (local.get $from) (local.get $end)) (then (loop $vectors
      (local.set $p (f64x2.add (local.get $p) (f64x2.promote_low_f32x4
        (v128.load64_zero align=4 (local.get $from)))))
      (local.set $q (f64x2.add (local.get $q) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=8 align=4 (local.get $from)))))
      (local.set $r (f64x2.add (local.get $r) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=16 align=4 (local.get $from)))))
      (local.set $s (f64x2.add (local.get $s) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=24 align=4 (local.get $from)))))
      (local.set $t (f64x2.add (local.get $t) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=32 align=4 (local.get $from)))))
      (local.set $u (f64x2.add (local.get $u) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=40 align=4 (local.get $from)))))
      (local.set $v (f64x2.add (local.get $v) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=48 align=4 (local.get $from)))))
      (local.set $w (f64x2.add (local.get $w) (f64x2.promote_low_f32x4
        (v128.load64_zero offset=56 align=4 (local.get $from)))))
      (br_if $vectors
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 64))) (local.get $end))))))
    (local.set $p (f64x2.add
      (f64x2.add (f64x2.add (local.get $p) (local.get $q)) (f64x2.add (local.get $r) (local.get $s)))
      (f64x2.add (f64x2.add (local.get $t) (local.get $u)) (f64x2.add (local.get $v) (local.get $w)))))
    (local.set $total (f64.add (f64x2.extract_lane 0 (local.get $p)) (f64x2.extract_lane 1 (local.get $p))))
    (local.set $count (i32.and (local.get $count) (i32.const 15)))
    (block $end (loop $rest
      (br_if $end (i32.eqz (local.get $count)))
      (local.set $total (f64.add (local.get $total) (f64.promote_f32 (f32.load (local.get $from)))))
      (local.set $from (i32.add (local.get $from) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $rest)))
    (local.get $total))

  ;; The largest of a run of floats that are numbers; of others, any. The count is a multiple of 4.
  (func (export "largest") (param $from i32) (param $count i32) (result f32)
    (local $end i32) (local $m v128) (local $n v128) (local $o v128) (local $p v128)
    (local.set $m (v128.load align=4 (local.get $from)))
    (local.set $n (local.get $m))
    (local.set $o (local.get $m))
    (local.set $p (local.get $m))
    (local.set $end (i32.add (local.get $from) (i32.shl (i32.and (local.get $count) (i32.const -16)) (i32.const 2))))
    (if (i32.lt_u (local.get $from) (local.get $end)) (then (loop $vectors
      (local.set $m (f32x4.pmax (local.get $m) (v128.load align=4 (local.get $from))))
      (local.set $n (f32x4.pmax (local.get $n) (v128.load offset=16 align=4 (local.get $from))))
      (local.set $o (f32x4.pmax (local.get $o) (v128.load offset=32 align=4 (local.get $from))))
      (local.set $p (f32x4.pmax (local.get $p) (v128.load offset=48 align=4 (local.get $from))))
      (br_if $vectors
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 64))) (local.get $end))))))
    (local.set $end (i32.add (local.get $end) (i32.shl (i32.and (local.get $count) (i32.const 15)) (i32.const 2))))
    (block $done (loop $rest
      (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
      (local.set $m (f32x4.pmax (local.get $m) (v128.load align=4 (local.get $from))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br $rest)))
    (local.set $m (f32x4.pmax
      (f32x4.pmax (local.get $m) (local.get $n)) (f32x4.pmax (local.get $o) (local.get $p))))
    (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $m)) (f32x4.extract_lane 1 (local.get $m)))
      (f32.max (f32x4.extract_lane 2 (local.get $m)) (f32x4.extract_lane 3 (local.get $m)))))

  ;; Adds rows of floats, $stride bytes apart, to a row of doubles. The count is a multiple of 4.
  (func (export "addRows")
    (param $from i32) (param $stride i32) (param $rows i32) (param $to i32) (param $count i32)
    (local $end i32) (local $source i32) (local $left i32) (local $x v128) (local $p v128) (local $q v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 2))))
    (loop $vectors
      (local.set $p (v128.load (local.get $to)))
      (local.set $q (v128.load offset=16 (local.get $to)))
      (local.set $source (local.get $from))
      (local.set $left (local.get $rows))
      (loop $down
        (local.set $x (v128.load align=4 (local.get $source)))
        (local.set $p (f64x2.add (local.get $p) (f64x2.promote_low_f32x4 (local.get $x))))
        (local.set $q (f64x2.add (local.get $q) (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x)))))
        (local.set $source (i32.add (local.get $source) (local.get $stride)))
        (br_if $down (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (local.get $to) (local.get $p))
      (v128.store offset=16 (local.get $to) (local.get $q))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $vectors
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; Copies floats one by one from rows that are $fromStep bytes apart to columns, whose rows are $toStep bytes apart.
  (func $transposePlainly
    (param $from i32) (param $fromStep i32) (param $to i32) (param $toStep i32) (param $rows i32) (param $columns i32)
    (local $i i32) (local $source i32) (local $target i32)
    (block $end (loop $down
      (br_if $end (i32.le_s (local.get $rows) (i32.const 0)))
      (local.set $source (local.get $from))
      (local.set $target (local.get $to))
      (local.set $i (i32.const 0))
      (block $copied (loop $along
        (br_if $copied (i32.ge_s (local.get $i) (local.get $columns)))
        (f32.store (local.get $target) (f32.load (local.get $source)))
        (local.set $source (i32.add (local.get $source) (i32.const 4)))
        (local.set $target (i32.add (local.get $target) (local.get $toStep)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $along)))
      (local.set $from (i32.add (local.get $from) (local.get $fromStep)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $down))))

  ;; A square of 4 by 4 of the same.
  (func $square (param $from i32) (param $fromStep i32) (param $to i32) (param $toStep i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $p v128) (local $q v128) (local $r v128) (local $s v128)
    (local.set $a (v128.load align=4 (local.get $from)))
    (local.set $b (v128.load align=4 (local.tee $from (i32.add (local.get $from) (local.get $fromStep)))))
    (local.set $c (v128.load align=4 (local.tee $from (i32.add (local.get $from) (local.get $fromStep)))))
    (local.set $d (v128.load align=4 (i32.add (local.get $from) (local.get $fromStep))))
    (local.set $p (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b)))
    (local.set $q (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d)))
    (local.set $r (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b)))
    (local.set $s (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d)))
    (v128.store align=4 (local.get $to)
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $p) (local.get $q)))
    (v128.store align=4 (local.tee $to (i32.add (local.get $to) (local.get $toStep)))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $p) (local.get $q)))
    (v128.store align=4 (local.tee $to (i32.add (local.get $to) (local.get $toStep)))
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $r) (local.get $s)))
    (v128.store align=4 (i32.add (local.get $to) (local.get $toStep))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $r) (local.get $s))))

  ;; The same for whole matrices: 16 columns of all rows at a time, so that lines of the cache are read and written whole.
  (func (export "transpose")
    (param $from i32) (param $fromStep i32) (param $to i32) (param $toStep i32) (param $rows i32) (param $columns i32)
    (local $row i32) (local $column i32) (local $end i32) (local $squareRows i32) (local $squareColumns i32) (local $i i32)
    (local.set $squareRows (i32.and (local.get $rows) (i32.const -4)))
    (local.set $squareColumns (i32.and (local.get $columns) (i32.const -4)))
    (block $done (loop $across
      (br_if $done (i32.ge_s (local.get $column) (local.get $squareColumns)))
      (local.set $end (i32.add (local.get $column) (i32.const 16)))
      (if (i32.gt_s (local.get $end) (local.get $squareColumns)) (then (local.set $end (local.get $squareColumns))))
      (local.set $row (i32.const 0))
      (block $downDone (loop $down
        (br_if $downDone (i32.ge_s (local.get $row) (local.get $squareRows)))
        (local.set $i (local.get $column))
        (loop $along
          (call $square
            (i32.add (i32.add (local.get $from) (i32.mul (local.get $row) (local.get $fromStep)))
              (i32.shl (local.get $i) (i32.const 2)))
            (local.get $fromStep)
            (i32.add (i32.add (local.get $to) (i32.shl (local.get $row) (i32.const 2)))
              (i32.mul (local.get $i) (local.get $toStep)))
            (local.get $toStep))
          (br_if $along (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $end))))
        (local.set $row (i32.add (local.get $row) (i32.const 4)))
        (br $down)))
      (local.set $column (local.get $end))
      (br $across)))
    (call $transposePlainly
      (i32.add (local.get $from) (i32.shl (local.get $squareColumns) (i32.const 2))) (local.get $fromStep)
      (i32.add (local.get $to) (i32.mul (local.get $squareColumns) (local.get $toStep))) (local.get $toStep)
      (local.get $rows) (i32.sub (local.get $columns) (local.get $squareColumns)))
    (call $transposePlainly
      (i32.add (local.get $from) (i32.mul (local.get $squareRows) (local.get $fromStep))) (local.get $fromStep)
      (i32.add (local.get $to) (i32.shl (local.get $squareRows) (i32.const 2))) (local.get $toStep)
      (i32.sub (local.get $rows) (local.get $squareRows)) (local.get $squareColumns)))

  (func $zeros (param $to i32) (param $end i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $to) (local.get $end)))
      (i32.store (local.get $to) (i32.const 0))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br $next))))

  ;; What lies under one place of a convolution's windows: for each window, down $rows and along $columns, the element of
  ;; a channel at ($top + y $strideY, $left + x $strideX), or 0 outside of it. The channel's steps count bytes.
  (func (export "underWindows")
    (param $from i32) (param $rowStep i32) (param $columnStep i32) (param $height i32) (param $width i32)
    (param $top i32) (param $left i32) (param $strideY i32) (param $strideX i32)
    (param $to i32) (param $rows i32) (param $columns i32)
    (local $y i32) (local $x i32) (local $source i32) (local $end i32) (local $stop i32)
    (loop $down
      (local.set $end (i32.add (local.get $to) (i32.shl (local.get $columns) (i32.const 2))))
      (local.set $y (local.get $top))
      (if (i32.ge_u (local.get $y) (local.get $height))
        (then
          (call $zeros (local.get $to) (local.get $end))
          (local.set $to (local.get $end)))
        (else
          (local.set $source (i32.add (local.get $from) (i32.mul (local.get $y) (local.get $rowStep))))
          (local.set $x (local.get $left))
          (block $written (loop $along
            (br_if $written (i32.ge_u (local.get $to) (local.get $end)))
            (if (i32.ge_u (local.get $x) (local.get $width))
              (then
                (i32.store (local.get $to) (i32.const 0))
                (local.set $to (i32.add (local.get $to) (i32.const 4)))
                (local.set $x (i32.add (local.get $x) (local.get $strideX))))
              (else
                ;; Neighbours are copied in vectors, as far as both rows go.
                (if (i32.eq (i32.mul (local.get $columnStep) (local.get $strideX)) (i32.const 4)) (then
                  (local.set $stop (i32.add (local.get $to)
                    (i32.shl (i32.sub (local.get $width) (local.get $x)) (i32.const 2))))
                  (if (i32.gt_u (local.get $stop) (local.get $end)) (then (local.set $stop (local.get $end))))
                  (local.set $stop (i32.sub (local.get $stop) (i32.const 16)))
                  (block $copied (loop $vectors
                    (br_if $copied (i32.gt_s (local.get $to) (local.get $stop)))
                    (v128.store align=4 (local.get $to)
                      (v128.load align=4 (i32.add (local.get $source) (i32.shl (local.get $x) (i32.const 2)))))
                    (local.set $to (i32.add (local.get $to) (i32.const 16)))
                    (local.set $x (i32.add (local.get $x) (i32.const 4)))
                    (br $vectors)))))
                (if (i32.and (i32.lt_u (local.get $to) (local.get $end)) (i32.lt_u (local.get $x) (local.get $width)))
                  (then
                    (i32.store (local.get $to)
                      (i32.load (i32.add (local.get $source) (i32.mul (local.get $x) (local.get $columnStep)))))
                    (local.set $to (i32.add (local.get $to) (i32.const 4)))
                    (local.set $x (i32.add (local.get $x) (local.get $strideX)))))))
            (br $along)))))
      (local.set $top (i32.add (local.get $top) (local.get $strideY)))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))))
