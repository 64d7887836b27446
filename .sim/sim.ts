import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeLibrary, makeSite, makeArticle } from '../tests/make.ts';
import { seeded } from '../tests/kb/tickets/made-tickets.ts';
const until='2026-11-15';
const poisson=(mean:number,r:()=>number)=>{ if(mean>50){ // normal approx
  const z=Math.sqrt(-2*Math.log(1-r()))*Math.cos(2*Math.PI*r()); return Math.max(0,Math.round(mean+Math.sqrt(mean)*z)); }
  let c=0; for(let t=-Math.log(1-r()); t<mean; t+=-Math.log(1-r())) c++; return c; };
const week=[.3,1.3,1.2,1.1,1.1,1.1,.9]; const wm=week.reduce((a,b)=>a+b)/7;
type Opt={topics?:number; days?:number; level?:(t:number)=>number; factor?:(t:number,age:number,r:()=>number)=>number; sources?: {name:string; share:number; has:(age:number)=>boolean; mix?:(t:number)=>number}[]; windowDays?:number; extra?:[string,string,number][]; nb?:number; daily?:(t:number,age:number)=>number; until?:string};
function draw(o:Opt,seed:number){
  const r=seeded(seed); const T=o.topics??200; const D=o.days??365;
  const sources=o.sources??[{name:'desk',share:1,has:()=>true}];
  const out=new Map<string,any[]>();
  for(const s of sources){ const rows:any[]=[];
    for(let t=0;t<T;t++){ const lv=(o.level??(()=>40))(t);
      for(let age=0;age<D;age++){ if(!s.has(age)) continue; const day=addDays(until,-age); const wd=new Date(day).getUTCDay();
        let noise=1; if(o.nb){ noise=1+o.nb*(r()*2-1)*1.7; }
        const rate=lv/28*week[wd]!/wm*(o.factor?.(t,age,r)??1)*s.share*(s.mix?.(t)??1)*noise*(o.daily?.(t,age)??1);
        const n=poisson(Math.max(0,rate),r); if(n>0) rows.push({day,locale:'en',category:'c'+t,tickets:n}); } }
    out.set(s.name,rows); }
  for(const [s,day,n] of o.extra??[]) out.get(s)!.push({day,locale:'en',category:'c0',tickets:n});
  return out; }
const cache=new Map<string,any>();
function lib(T:number,w:number){ const k=T+' '+w; if(!cache.has(k)) cache.set(k, makeLibrary({site:makeSite({recurrence:{windowDays:w,minTickets:10,minWeeks:3}}),topics:Array.from({length:T},(_,t)=>({id:'t'+t,categories:['c'+t]})), articles:[makeArticle('a/b',{topics:['t0']})]})); return cache.get(k)}
export function run(name:string,o:Opt,hit?:(t:number)=>boolean,seeds=Number(process.argv[3]??3)){
  let v:Record<string,number>={}; let hv:Record<string,number>={}; let b=0,bo=0,hb=0,hbo=0,n=0,hn=0,rec=0; let ms=0; let info='';
  for(let s=1;s<=seeds;s++){ const counts=draw(o,s*7919); const st=performance.now(); const c=measureCoverage(lib(o.topics??200,o.windowDays??28),counts,o.until?{until:o.until}:{}); ms+=performance.now()-st;
    if(s===1) info=`until ${c.until} `+ JSON.stringify((c as any).sources?.map((x:any)=>[x.name,x.first,x.last,x.gaps,x.partial])??'');
    for(const tp of c.topics){ const t=Number(tp.id.slice(1)); if(tp.recurs) rec++; if(hit?.(t)){ hn++; hv[tp.trend.verdict]=(hv[tp.trend.verdict]??0)+1; if(tp.burst) {hb++; if(tp.burst.over) hbo++;} } else { n++; v[tp.trend.verdict]=(v[tp.trend.verdict]??0)+1; if(tp.burst){b++; if(tp.burst.over) bo++;} } } }
  const pc=(x:Record<string,number>,m:number)=>Object.entries(x).map(([k,y])=>`${k} ${(100*y/m).toFixed(1)}%`).join(', ');
  console.log(`${name}: ${pc(v,n)}; bursts ${(100*b/n).toFixed(2)}% (over ${bo}); recur ${(100*rec/(n+hn)).toFixed(0)}%` + (hn?` | HIT ${pc(hv,hn)}; bursts ${(100*hb/hn).toFixed(1)}% (over ${(100*hbo/hn).toFixed(1)}%)`:'') + ` ${Math.round(ms/seeds)}ms ${info}`);
}
const only=process.argv[2];
const go=(name:string,o:Opt,hit?:(t:number)=>boolean,seeds?:number)=>{ if(!only||name.includes(only)) run(name,o,hit,seeds); };
const levels=(t:number)=>[8,15,25,40,80,150][t%6]!;
go('steady',{level:levels});
go('steady7',{level:levels,windowDays:7});
go('steady10',{level:levels,windowDays:10});
go('steady-nb',{level:levels,nb:.5});
go('second-40d',{level:levels,sources:[{name:'a',share:1,has:()=>true},{name:'b',share:1,has:a=>a<40,mix:t=>t%3===0?3:.3}]});
go('second-40d-low',{level:levels,sources:[{name:'a',share:1,has:()=>true},{name:'b',share:.3,has:a=>a<40,mix:t=>t%3===0?3:.3}]});
go('second-20d',{level:levels,sources:[{name:'a',share:1,has:()=>true},{name:'b',share:1,has:a=>a<20,mix:t=>t%3===0?3:.3}]});
go('old-ticket',{level:levels,days:120,extra:[['desk','2024-05-01',1]]});
go('old-ticket-short',{level:levels,days:50,extra:[['desk','2024-05-01',1]]});
go('not-imported-20d',{level:levels,sources:[{name:'a',share:1,has:()=>true},{name:'b',share:1,has:a=>a>=20}]});
go('single-not-imported-20d',{level:levels,sources:[{name:'a',share:1,has:a=>a>=20}],until});
go('closed-2w-now',{level:levels,sources:[{name:'a',share:1,has:a=>a>=14||a<1}]});
go('closed-2w-mid',{level:levels,sources:[{name:'a',share:1,has:a=>a<7||a>=21}]});
go('closed-2w-before',{level:levels,sources:[{name:'a',share:1,has:a=>a<30||a>=44}]});
go('partial-last-day',{level:levels,factor:(t,a)=>a===0?.3:1});
go('changed-only-start',{level:levels,factor:(t,a)=>a>30?.1:1});
go('short-60d',{level:levels,days:60});
go('short-35d',{level:levels,days:35});
go('doubling',{level:t=>t%10===0?40:levels(t),factor:(t,a)=>t%10===0&&a<28?2:1},t=>t%10===0);
go('doubling-14d',{level:t=>t%10===0?40:levels(t),factor:(t,a)=>t%10===0&&a<14?2:1},t=>t%10===0);
go('doubling-60d',{level:t=>t%10===0?40:levels(t),days:60,factor:(t,a)=>t%10===0&&a<28?2:1},t=>t%10===0);
go('doubling-few',{topics:10,level:t=>40,factor:(t,a)=>t===0&&a<28?2:1},t=>t===0,20);
go('new-40-week',{level:t=>t%10===0?160:levels(t),factor:(t,a)=>t%10===0?(a<7?1:0):1},t=>t%10===0);
go('new-40-week-few',{topics:5,level:t=>t===0?160:40,factor:(t,a)=>t===0?(a<7?1:0):1},t=>t===0,20);
go('burst-over-2w',{level:t=>t%10===0?40:levels(t),factor:(t,a)=>t%10===0&&a>=14&&a<21?5:1},t=>t%10===0);
go('burst-over-2w-small',{level:t=>t%10===0?40:levels(t),factor:(t,a)=>t%10===0&&a>=14&&a<21?3:1},t=>t%10===0);
go('burst-over-2w-new',{level:t=>t%10===0?160:levels(t),factor:(t,a)=>t%10===0?(a>=14&&a<21?1:0):1},t=>t%10===0);
go('burst-ongoing-3d',{level:t=>t%10===0?40:levels(t),factor:(t,a)=>t%10===0&&a<3?6:1},t=>t%10===0);
go('growth-50',{level:levels,factor:(t,a)=>a<28?1.5:1});
go('growth-slow',{level:levels,factor:(t,a)=>Math.exp(-a/100)});
go('season-dip',{level:levels,factor:(t,a)=>a<28?.5:1});
go('growth-5topics',{topics:5,level:t=>300,factor:(t,a)=>a<28?1.5:1},undefined,20);
go('mondays',{level:levels,daily:(t,a)=>{const wd=new Date(addDays(until,-a)).getUTCDay(); return t%2?(wd===1?7:0):1;}});
go('mondays10',{level:levels,windowDays:10,daily:(t,a)=>{const wd=new Date(addDays(until,-a)).getUTCDay(); return t%2?(wd===1?7:0):1;}});
go('monthly-1st',{level:levels,daily:(t,a)=>{const d=addDays(until,-a).slice(8); return t%4===0?(d==='01'?15:.5):1;}});
go('halving',{level:t=>t%10===0?80:levels(t),factor:(t,a)=>t%10===0&&a<28?.5:1},t=>t%10===0);
go('typo-2062',{level:levels,days:200,extra:[['desk','2062-05-01',1]]});
go('surge-one',{topics:20,level:levels,factor:(t,a)=>t===5&&a<7?60:1},t=>t===5);
