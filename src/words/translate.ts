import type { english } from './en/english'

/** The plural forms that languages tell apart, by CLDR's names. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

type Stem<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key

/** A plural form may leave the number out of its text; the number is asked for all the same. */
type TextOf<Key extends string, Text extends string> = Key extends `${string}_${PluralForm}`
  ? `${Text}{{count}}`
  : Text

type Entries<Node, Path extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? [key: `${Path}${Stem<Key>}`, text: TextOf<Key, Node[Key]>]
    : Entries<Node[Key], `${Path}${Key}.`>
}[keyof Node & string]

type TextsOf<Tree> = {
  readonly [
    Entry in Entries<Tree> as Entry extends readonly [infer Key extends string, string] ? Key : never
  ]: Entry extends readonly [string, infer Text] ? Text : never
}

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? (Name extends `${infer Bare},${string}` ? Bare : Name) | NamesIn<Rest>
  : never

type ValuesOf<Text> = {
  readonly [Name in NamesIn<Text>]: Name extends 'count' ? number : string | number
}

/** The path of a text, without its plural form: `tags.edit`. */
export type TextKey = keyof TextsOf<typeof english>

/** Gives a text of `Tree` in the language of the interface. A text that has places must be given all that go there. */
export type TranslateOf<Tree> = <Key extends keyof TextsOf<Tree>>(
  key: Key,
  ...values: [NamesIn<TextsOf<Tree>[Key]>] extends [never] ? [] : [ValuesOf<TextsOf<Tree>[Key]>]
) => string

/** Gives a text that the page begins with. */
export type Translate = TranslateOf<typeof english>
