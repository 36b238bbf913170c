// Why a file cannot be read, before it is known by which path an author knows the file.

export type Trouble = {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
  readonly place: { readonly line: number; readonly column: number };
};

export function trouble(rule: string, message: string, hint: string, line = 1, column = 1): Trouble {
  return { rule, message, hint, place: { line, column } };
}
