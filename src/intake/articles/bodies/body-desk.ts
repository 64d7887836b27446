import type { Body, BodyAnswers, BodyFacts, WrittenBody } from './body.ts';
import { type ReadBody, readBody } from './read-body.ts';
import { writeBody } from './write-body.ts';

/** Reads bodies, keeps them until they can be written, and writes them. */
export interface BodyDesk {
  read(body: Body): BodyFacts;
  /** Writes a body that was read here, once. */
  write(path: string, answers: BodyAnswers): WrittenBody;
}

export function bodyDesk(): BodyDesk {
  // As texts, because thousands of trees take several times the memory.
  const waiting = new Map<string, Omit<ReadBody, 'tree' | 'facts'> & { tree: string }>();
  return {
    read(body) {
      const { tree, facts, lineOf } = readBody(body);
      waiting.set(body.path, { tree: JSON.stringify(tree), lineOf });
      return facts;
    },
    write(path, answers) {
      const read = waiting.get(path);
      if (!read) throw new Error(`${path} wasn't read here.`);
      waiting.delete(path);
      return writeBody(path, { ...read, tree: JSON.parse(read.tree) }, answers);
    },
  };
}
