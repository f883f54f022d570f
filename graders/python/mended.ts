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
  [
    `value=\`_b_.str.format('{0:' + \`+\n$B.js_from_ast(this.format_spec,scopes)+\n\` + '}', \${value})\``,
    `value=\`_b_.format(\${value}, \${$B.js_from_ast(this.format_spec,scopes)})\``,
  ],
  // `f'{x = }'` shows x as repr does.
  [
    'var conversion_val=first.charCodeAt(0)}\nvar formatted_value',
    'var conversion_val=first.charCodeAt(0)}else if(debug&&format===undefined){conversion_val=114}\nvar formatted_value',
  ],
  // Views of dicts show their items as a list does.
  [
    "return 'dict_keys('+_b_.repr(items)+')'}",
    "return (self.dict.__class__!==dict&&$B.class_name(self.dict)=='OrderedDict'?'odict_keys(':'dict_keys(')+_b_.repr($B.$list(items))+')'}",
  ],
  ["return 'dict_values('+_b_.repr(items)+')'}", "return 'dict_values('+_b_.repr($B.$list(items))+')'}"],
  ["return 'dict_items('+_b_.repr(items)+')'}", "return 'dict_items('+_b_.repr($B.$list(items))+')'}"],
  // A dict that was empty takes keys of any kind.
  [
    'if(self.$all_str){if(! self.$strings.hasOwnProperty(key)){self.$strings[key]=_default}',
    "if(self.$all_str&&typeof key=='string'){if(! self.$strings.hasOwnProperty(key)){self.$strings[key]=_default}",
  ],
  // The key that is missing is told as it is.
  [
    'if(! dict.__contains__(self,key)){throw _b_.KeyError.$factory(_b_.str.$factory(key))}}',
    'if(! dict.__contains__(self,key)){throw _b_.KeyError.$factory(key)}}',
  ],
  [
    'throw _b_.KeyError.$factory(_b_.str.$factory(key))}\ndict.__eq__',
    'throw _b_.KeyError.$factory(key)}\ndict.__eq__',
  ],
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
  // Who cannot add or repeat says so to the operator, which asks the other.
  [
    'if(! $B.$isinstance(other,str)){try{return $B.$getattr(other,"__radd__")(_self)}catch(err){throw _b_.TypeError.$factory("Can\'t convert "+\n$B.class_name(other)+" to str implicitly")}}',
    'if(! $B.$isinstance(other,str)){return _b_.NotImplemented}',
  ],
  [
    'list.__mul__=function(self,other){if($B.$isinstance(other,[_b_.float,_b_.complex])){throw _b_.TypeError.$factory("\'"+$B.class_name(other)+\n"\' object cannot be interpreted as an integer")}\nif(self.length==0){return list.__new__(list)}',
    'list.__mul__=function(self,other){if(! _b_.hasattr(other,"__index__")){return _b_.NotImplemented}',
  ],
  [
    "if(typeof other=='number'){if(other < 0){return list.__new__(list)}",
    "if(typeof other=='number'){if(other < 0){other=0}",
  ],
  // A slice may reach beyond either end: `x[-16:]` of fewer than 16.
  [
    'if(slice.start < 0){slice.start+=obj.length}\nif(slice.stop < 0){slice.stop+=obj.length}\nres=obj.slice(slice.start,slice.stop)}}',
    'let start=slice.start,stop=slice.stop\nif(start < 0){start=Math.max(0,start+obj.length)}\nif(stop < 0){stop=Math.max(0,stop+obj.length)}\nres=obj.slice(start,stop)}}',
  ],
  [
    "if($B.rich_comp('__gt__',0,start)){start=0}}",
    "if($B.rich_comp('__gt__',0,start)){start=step_is_neg ?-1 :0}}",
  ],
  [
    "if($B.rich_comp('__gt__',0,stop)){stop=$B.rich_op('__add__',stop,len)}",
    "if($B.rich_comp('__gt__',0,stop)){stop=$B.rich_op('__add__',stop,len)\nif($B.rich_comp('__gt__',0,stop)){stop=step_is_neg ?-1 :0}}",
  ],
  [
    'stop=Math.max(0,stop)\nfor(let i=start;i >=stop;i+=step){res[pos++]=self.source[i]}}',
    'for(let i=start;i > stop;i+=step){res[pos++]=self.source[i]}}',
  ],
  [
    'var step=arg.step\nif(step===_b_.None){step=1}\nvar start=arg.start\nif(start===_b_.None){start=step > 0 ? 0 :self.length}\nvar stop=arg.stop\nif(stop===_b_.None){stop=step > 0 ? self.length :0}\nif(start < 0){start=self.length+start}\nif(stop < 0){stop=self.length+stop}\nlet res',
    'const {start,stop,step}=_b_.slice.$conv_for_seq(arg,self.length)\nlet res',
  ],
  ['return jspos2pypos(_self,js_start+ix)-$.start}', 'return jspos2pypos(_self,js_start+ix)}'],
  // Texts that are split, at the first places alone too.
  [
    'res.push(name+_self.substr(pos))\nreturn res}',
    'res.push(name+_self.substr(pos))\nreturn $B.$list(res)}',
  ],
  [
    'res.push(_self.substr(pos))\nreturn res.map($B.String)}',
    'res.push(_self.substr(pos))\nreturn $B.$list(res.map($B.String))}',
  ],
  [
    'if(pos===_self.length-1){return $B.$list([_self])}',
    'if(pos===_self.length-1){return $B.$list([_self.substr(pos)])}',
  ],
  ['while(col % s > 0){res+=" ";\ncol++}\nbreak', 'do{res+=" "\ncol++}while(col % s > 0)\nbreak'],
  ['return _self.replace(combining_re,"\\u200B$1")}', 'return _self}'],
  // What gives nothing.
  [
    'zip.__next__=function(self){var res=[],len=self.iters.length\n',
    "zip.__next__=function(self){var res=[],len=self.iters?.length ?? 0\nif(len==0){throw _b_.StopIteration.$factory('')}\n",
  ],
  // Refusals in CPython's words.
  [
    '$B.unpacker=function(obj,nb_targets,has_starred){',
    "function unpacked(obj){if(! _b_.hasattr(obj,'__iter__')&&! _b_.hasattr(obj,'__getitem__')){throw _b_.TypeError.$factory('cannot unpack non-iterable '+$B.class_name(obj)+' object')}\nreturn _b_.list.$factory(obj)}\n$B.unpacker=function(obj,nb_targets,has_starred){",
  ],
  [
    'if(res===undefined){throw _b_.IndexError.$factory("pop index out of range")}',
    'if(res===undefined){throw _b_.IndexError.$factory(self.length==0?"pop from empty list":"pop index out of range")}',
  ],
  [
    'throw _b_.ValueError.$factory(_b_.str.$factory($.x)+" is not in list")}\nlist.reverse',
    'throw _b_.ValueError.$factory("list.remove(x): x not in list")}\nlist.reverse',
  ],
  [
    'throw _b_.IndexError.$factory("list deletion index out of range")',
    'throw _b_.IndexError.$factory("list assignment index out of range")',
  ],
  [
    'throw _b_.KeyError.$factory("\'popitem(): dictionary is empty\'")',
    "throw _b_.KeyError.$factory('popitem(): dictionary is empty')",
  ],
  [
    'if(args.length > 0){throw _b_.TypeError.$factory("object() takes no parameters")}}\nvar res=Object.create(null)',
    'if(args.length > 0){throw _b_.TypeError.$factory(cls.__name__+"() takes no arguments")}}\nvar res=Object.create(null)',
  ],
  [
    'if($.args.length > 0 ||_b_.dict.__len__($.kwargs)> 0){throw _b_.TypeError.$factory("object() takes no parameters")}',
    'if($.args.length > 0 ||_b_.dict.__len__($.kwargs)> 0){throw _b_.TypeError.$factory(cls.__name__+"() takes no arguments")}',
  ],
  [
    '_b_.BaseException.__str__=function(self){if(self.args.length > 0',
    '_b_.BaseException.__str__=function(self){if(self.args.length > 1){return _b_.repr(self.args)}\nif(self.args.length > 0',
  ],
  [
    'var msg="bad operand type for unary #: \'"+cname+"\'"',
    'cname=obj.$is_class?obj.__name__:$B.class_name(obj)\nvar msg="bad operand type for unary #: \'"+cname+"\'"',
  ],
  [
    'throw _b_.TypeError.$factory("Bad operand type for abs(): \'"+',
    'throw _b_.TypeError.$factory("bad operand type for abs(): \'"+',
  ],
  [
    'if(self.fset===undefined){var name=self.fget.$infos.__name__\n',
    "if(self.fset===undefined||self.fset===_b_.None){var name=_b_.getattr(self.fget,'__name__')\n",
  ],
  [
    'value=_b_.tuple.__getitem__($.$args,pos)}else{\nvalue=getitem(fmt.name)}',
    "if(pos>=$.$args.length){throw _b_.IndexError.$factory('Replacement index '+pos+' out of range for positional args tuple')}\nvalue=_b_.tuple.__getitem__($.$args,pos)}else{\nvalue=getitem(fmt.name)}",
  ],
  [
    "default:\nthrow _b_.TypeError.$factory('ord() expected a character, but '+\n$B.class_name(c)+' was found')",
    "default:\nthrow _b_.TypeError.$factory('ord() expected string of length 1, but '+\n$B.class_name(c)+' found')",
  ],
  [
    "throw _b_.ValueError.$factory('Outside valid range')",
    "throw _b_.ValueError.$factory('chr() arg not in range(0x110000)')",
  ],
  [
    'throw _b_.TypeError.$factory(name+"() takes no argument"+',
    'throw _b_.TypeError.$factory(name+"() takes no arguments"+',
  ],
  [
    'throw _b_.TypeError.$factory(name+"() takes exactly "+\nexpected+" argument"+(expected < 2 ? \'\' :\'s\')+\n" ("+len+" given)")',
    'let own=/^str\\./.test(name)||name=="append"?1:0,count=expected-own\nthrow _b_.TypeError.$factory((name=="append"?"list.append":name)+"() takes "+(count==0?"no arguments":count==1?"exactly one argument":"exactly "+count+" arguments")+" ("+(len-own)+" given)")',
  ],
  // What runs most often takes a short way: plain numbers, operators of tensors, attributes of plain objects, lists.
  [
    '$B.make_js_iterator=function(iterator,frame,lineno){\nvar set_lineno=$B.set_lineno\nif(frame===undefined){',
    'function Steps(items,frame,lineno){this.items=items;this.at=0;this.frame=frame;this.lineno=lineno}\nSteps.prototype[Symbol.iterator]=function(){return this}\nSteps.prototype.next=function(){$B.set_lineno(this.frame,this.lineno)\nreturn this.at<this.items.length?{done:false,value:this.items[this.at++]}:{done:true,value:undefined}}\n$B.make_js_iterator=function(iterator,frame,lineno){\nvar set_lineno=$B.set_lineno\nif(frame!==undefined&&(iterator.__class__===_b_.list||iterator.__class__===_b_.tuple)&&Array.isArray(iterator)){return new Steps(iterator,frame,lineno)}\nif(frame===undefined){',
  ],
  [
    'var t=_b_.list.$factory(obj),right_length=t.length',
    'var t=Array.isArray(obj)&&(obj.__class__===_b_.list||obj.__class__===_b_.tuple)?$B.$list(obj.slice()):unpacked(obj),right_length=t.length',
  ],
  [
    '$B.rich_comp=function(op,x,y){if(x===undefined)',
    '$B.rich_comp=function(op,x,y){if(x!=null&&x.__class__!==undefined&&x.__class__.$operators?.[op]!==undefined){var short=x.__class__.$operators[op](x,y)\nif(short!==_b_.NotImplemented)return short}\nif(x===undefined)',
  ],
  [
    'var proto=Object.getPrototypeOf(obj)\nif(proto===null){return $B.JSObj}',
    'var proto=Object.getPrototypeOf(obj)\nif(proto===null||proto===Object.prototype){return $B.JSObj}',
  ],
  [
    '$B.$setattr=function(obj,attr,value){if(obj===undefined)',
    '$B.$changes=0\n$B.$setattr=function(obj,attr,value){if(obj!==undefined&&obj.__class__!==undefined&&obj.__class__.$plain!==undefined&&obj.__class__.$plain[attr]===$B.$changes&&obj.__dict__.$jsobj!==undefined&&obj[attr]===undefined){obj.__dict__.$jsobj[attr]=value\nif(obj.$method_cache&&obj.$method_cache[attr]){delete obj.$method_cache[attr]}\nreturn None}\nif(obj===undefined)',
  ],
  [
    '}else{_b_.dict.$setitem(obj.__dict__,attr,value)\nif(obj.$method_cache',
    '}else{_b_.dict.$setitem(obj.__dict__,attr,value)\nif(res===undefined&&klass.__slots__===undefined&&$B.search_in_mro(klass,"__getattribute__")===_b_.object.__getattribute__){klass.$plain=klass.$plain??Object.create(null)\nklass.$plain[attr]=$B.$changes}\nif(obj.$method_cache',
  ],
  [
    '$B.$getattr=function(obj,attr,_default){\nvar res\n',
    '$B.$getattr=function(obj,attr,_default){\nif(obj!=null&&obj.__class__!==undefined){var plain=obj.__class__.$plain\nif(plain!==undefined&&plain[attr]===$B.$changes&&obj.__dict__!==undefined&&obj.__dict__.$jsobj!==undefined){var own=obj.__dict__.$jsobj[attr]\nif(own!==undefined)return own}}\nif(obj!=null&&obj.__class__!==undefined&&obj.__class__.$getters!==undefined){var getter=obj.__class__.$getters[attr]\nif(getter!==undefined)return getter(obj)}\nvar res\n',
  ],
  [
    'str.__hash__=function(_self){\nvar s=to_string(_self)',
    'var hashes=new Map()\nstr.__hash__=function(_self){\nvar s=to_string(_self),kept=hashes.get(s)\nif(kept!==undefined){return kept}\nif(hashes.size>5000){hashes.clear()}\nkept=str.$hash(s)\nhashes.set(s,kept)\nreturn kept}\nstr.$hash=function(s){',
  ],
  ['kls[attr]=value\nvar mp=kls.__dict__', '$B.$changes++\nkls[attr]=value\nvar mp=kls.__dict__'],
  [
    'object.$no_new_init=function(cls){\nvar res=Object.create(null)',
    'function Plain(cls){this.__class__=cls;this.__dict__=undefined}\nPlain.prototype=Object.create(null)\nobject.$no_new_init=function(cls){\nvar res=new Plain(cls)',
  ],
  // A generator may be called from outside of Python.
  [
    'if(flags & $B.COMPILER_FLAGS.GENERATOR){\n$B.frame_obj',
    'if(flags & $B.COMPILER_FLAGS.GENERATOR&&$B.frame_obj!==null){\n$B.frame_obj',
  ],
  // A generator runs in its own frame.
  ['init_from_list(self,first.js_gen)', 'init_from_list(self,$B.make_js_iterator(first))'],
  ["? ' at least ' : ''} `", "? 'at least ' : ''}`"],
  // A call that does not fit names its function with its class.
  ['args,f.$infos.__name__,code.co_argcount', 'args,f.$infos.__qualname__,code.co_argcount'],
  // What is not there is told of the object, not of its class.
  ['if(! has_slot){throw $B.attr_error(attr,klass)}', 'if(! has_slot){throw $B.attr_error(attr,obj)}'],
  ['throw _b_.StopIteration.$factory("StopIteration")', 'throw _b_.StopIteration.$factory()'],
  // What the tokenizer finds is told in its words: texts without an end, and lines that stand at no place.
  ['token.message=message\nreturn token}', 'token.message=message\ntoken.error=err_type\nreturn token}'],
  [
    'if(value.$error_token){$B.raise_error_known_location(...value)}',
    "if(value.error!==undefined){$B.raise_error_known_token(value.error,this.filename,value,value.message)}\nif(value.type==$B.py_tokens.OP){this.depth=(this.depth ?? 0)+('([{'.includes(value.string)?1:')]}'.includes(value.string)?-1:0)}\nvalue.level=this.depth ?? 0\nif(value.$error_token){$B.raise_error_known_location(...value)}",
  ],
  [
    'if(indents.length==0 ||indent > $last(indents)){indents.push(indent)\n',
    "let alone=/^[ \\t]*/.exec(line)[0].length,widths=indents.widths ??=[],isDeeper=indents.length==0||indent > $last(indents),same=indents.indexOf(indent)\nif(isDeeper?alone<=(widths[indents.length-1] ?? 0):same>=0&&widths[same]!==alone){t.push(ErrorToken(_b_.TabError,filename,line_num,0,line_num,0,line,'inconsistent use of tabs and spaces in indentation'))\nreturn t}\nif(isDeeper){widths[indents.length]=alone\nindents.push(indent)\n",
  ],
  [
    '$B.helper_functions.RAISE_INDENTATION_ERROR(p,last_token.num_type==INDENT ? "unexpected indent" :"unexpected unindent");\nreturn;}',
    '$B.raise_error_known_token(_b_.IndentationError,p.filename,last_token,last_token.num_type==INDENT ? "unexpected indent" :"unexpected unindent")}',
  ],
  [
    'err.__class__===_b_.IndentationError){trace+=trace_from_stack(err)',
    '$B.$isinstance(err,_b_.IndentationError)){trace+=trace_from_stack(err)',
  ],
  ['if(err.__class__ !==_b_.IndentationError &&', 'if(!$B.$isinstance(err,_b_.IndentationError) &&'],
  [
    'msg=_b_.str.__mod__(msg,extra_args)}\nhelper_functions.RAISE_ERROR_KNOWN_LOCATION(p,_b_.SyntaxError,a.lineno,a.col_offset,b.end_lineno',
    "msg=msg.replaceAll('%U',extra_args)}\nhelper_functions.RAISE_ERROR_KNOWN_LOCATION(p,_b_.SyntaxError,a.lineno,a.col_offset,b.end_lineno",
  ],
  [
    `case 'STRING':\nline_num=string_start[0]\nline=lines[line_num-1]\nvar msg=\`unterminated \${triple_quote ? 'triple-quoted ' : ''}\`+\n\`string literal (detected at line \${line_num})\``,
    `case 'STRING':\nline_num=string_start[0]\nline=lines[line_num-1]\nvar msg=\`unterminated \${triple_quote ? 'triple-quoted ' : ''}\`+\n\`string literal (detected at line \${triple_quote?src.trimEnd().split('\\n').length:line_num})\``,
  ],
  ['return["print","exec"].includes(name)}', 'return["print","exec"].includes(name.id)}'],
  [
    'make_builtin_exception("TabError",_b_.IndentationError)',
    'make_builtin_exception("TabError",_b_.IndentationError,"msg")',
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
