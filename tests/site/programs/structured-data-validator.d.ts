// The validator has no types of its own.
declare module '@adobe/structured-data-validator' {
  interface Issue {
    severity: 'ERROR' | 'WARNING';
    issueMessage: string;
    path: unknown;
  }

  export default class Validator {
    constructor(vocabulary: { '@graph': readonly object[] });
    validate(data: Record<'jsonld' | 'microdata' | 'rdfa', Record<string, readonly object[]>>): Promise<Issue[]>;
  }
}
