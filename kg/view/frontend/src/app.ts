// What every view may read and ask for.

import type { Data } from "./data";
import type { Shown } from "./filter";
import type { Index } from "./search";
import type { State, Selection } from "./state";
import type { Words } from "./words";

export interface App {
  readonly data: Data;
  readonly words: Words;
  readonly index: Index;
  state: State;
  shown: Shown;
  /** Change what is shown; `step` makes the back button return to what was before. */
  set(change: Partial<State>, step?: boolean): void;
  select(selection: Selection): void;
  /** The address of a selection, for links that can be opened in a new tab. */
  address(selection: Selection): string;
  expand(entity: number, relation?: string): void;
  /** Put back the neighbours that were opened and hang on this entity alone. */
  collapse(entity: number): void;
  opened(entity: number): number[];
  hide(entity: number): void;
  announce(text: string): void;
  /** Show the picture again where the sides are sheets over it. */
  closeSheet(): void;
  /** How many neighbours of an entity are not in the picture. */
  undrawn(entity: number): number;
  /** Ask the server, if there is one, for names and sentences; whether something new came. */
  lookUp(words: string): Promise<boolean>;
  /** Ask the server for the next facts of the table. */
  moreRows(): void;
}
