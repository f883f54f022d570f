/**
 * Where Brython's script does otherwise than CPython with objects that compare, count or format as tensors do: each
 * text of it, and what stands there instead.
 */

const mends: [original: string, mended: string][] = [
  // `f'{x}'` asks x itself how it is formatted.
  [
    'else if(this.conversion==-1){value=`_b_.str.$factory(',
    'else if(this.conversion==-1){value=`_b_.format(',
  ],
  // `f'{x = }'` shows x as repr does.
  [
    'var conversion_val=first.charCodeAt(0)}\nvar formatted_value',
    'var conversion_val=first.charCodeAt(0)}else if(debug&&format===undefined){conversion_val=114}\nvar formatted_value',
  ],
  // Views of dicts show their items as a list does.
  ["return 'dict_keys('+_b_.repr(items)+')'}", "return 'dict_keys('+_b_.repr($B.$list(items))+')'}"],
  ["return 'dict_values('+_b_.repr(items)+')'}", "return 'dict_values('+_b_.repr($B.$list(items))+')'}"],
  ["return 'dict_items('+_b_.repr(items)+')'}", "return 'dict_items('+_b_.repr($B.$list(items))+')'}"],
  // A comparison may give an object: what counts is whether it is true.
  ['if($B.rich_comp(op,x_value,extr_value))', 'if($B.$bool($B.rich_comp(op,x_value,extr_value)))'],
  [
    "return $B.$is(x,y)||$B.rich_comp('__eq__',x,y)}",
    "return $B.$is(x,y)||$B.$bool($B.rich_comp('__eq__',x,y))}",
  ],
  ["if($B.rich_comp('__eq__',$.x,self[i])){return i}", 'if($B.is_or_equals($.x,self[i])){return i}'],
  [
    'if($B.rich_comp("__eq__",$.self[i],$.x)){$.self.splice(i,1)',
    'if($B.is_or_equals($.self[i],$.x)){$.self.splice(i,1)',
  ],
  ['return $B.rich_comp("__lt__",a,b)?-1:', 'return $B.$bool($B.rich_comp("__lt__",a,b))?-1:'],
  // What has `__index__` is a whole number wherever one is wanted; where it refuses, its own words say why.
  [
    'if(! $B.$isinstance(other,_b_.int)){throw _b_.TypeError.$factory(\n"Can\'t multiply sequence by non-int of type \'"+\n$B.class_name(other)+"\'")}\nreturn _self.repeat',
    "if(! $B.$isinstance(other,_b_.int)){if(! _b_.hasattr(other,'__index__'))throw _b_.TypeError.$factory(\n\"can't multiply sequence by non-int of type '\"+\n$B.class_name(other)+\"'\")\nother=$B.PyNumber_Index(other)}\nreturn _self.repeat",
  ],
  [
    'try{int_key=$B.PyNumber_Index(key)}catch(err){}\nif(int_key !==undefined){let items=self.valueOf()',
    "try{int_key=$B.PyNumber_Index(key)}catch(err){if(key.__class__!==_b_.slice&&_b_.hasattr(key,'__index__'))throw err}\nif(int_key !==undefined){let items=self.valueOf()",
  ],
  [
    'throw _b_.TypeError.$factory($B.class_name(self)+\n" indices must be integer, not "+$B.class_name(key))}',
    'throw _b_.TypeError.$factory($B.class_name(self)+\n" indices must be integers or slices, not "+$B.class_name(key))}',
  ],
  [
    'throw _b_.TypeError.$factory("list indices must be integer, not "+',
    'throw _b_.TypeError.$factory("list indices must be integers or slices, not "+',
  ],
  [
    'if($B.$isinstance(arg,_b_.bool)){return _self.__getitem__(_b_.int.$factory(arg))}',
    "if(_b_.hasattr(arg,'__index__')){return str.__getitem__(_self,$B.PyNumber_Index(arg))}",
  ],
  [
    'throw _b_.TypeError.$factory("string indices must be integers")',
    'throw _b_.TypeError.$factory("string indices must be integers, not \'"+$B.class_name(arg)+"\'")',
  ],
  // `'%.3f' % x` takes what has `__float__`.
  [
    'var num_format=function(val,flags){number_check(val,flags)',
    "var num_format=function(val,flags){if(! $B.$isinstance(val,[_b_.int,_b_.float])&&typeof val!='string'&&_b_.hasattr(val,'__int__')){val=_b_.int.$factory(val)}\nnumber_check(val,flags)",
  ],
  [
    'var _float_helper=function(val,flags){number_check(val,flags)',
    "var _float_helper=function(val,flags){if(! $B.$isinstance(val,[_b_.int,_b_.float])&&typeof val!='string'&&_b_.hasattr(val,'__float__')){val=_b_.float.$factory(val)}\nnumber_check(val,flags)",
  ],
  // A module says its name.
  [
    "if(obj.$is_class){msg=`type object '",
    "if($B.$isinstance(obj,$B.module)){msg=`module '`+obj.__name__+`'`}else if(obj.$is_class){msg=`type object '",
  ],
];

/** @throws Error where a text is not in the script: it is another version's */
export function mended(script: string): string {
  return mends.reduce((text, [original, instead]) => {
    if (!text.includes(original)) throw new Error(`Brython's script has no '${original}'`);
    return text.replace(original, () => instead);
  }, script);
}
