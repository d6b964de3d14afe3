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

type Texts = { readonly [Entry in Entries<typeof english> as Entry[0]]: Entry[1] }

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? (Name extends `${infer Bare},${string}` ? Bare : Name) | NamesIn<Rest>
  : never

/** The path of a text, without its plural form: `tags.edit`. */
export type TextKey = keyof Texts

/** What a text has places for. */
export type TextValues<Key extends TextKey> = {
  readonly [Name in NamesIn<Texts[Key]>]: Name extends 'count' ? number : string | number
}

/** Gives a text in the language of the interface. A text that has places must be given all that go there. */
export type Translate = <Key extends TextKey>(
  key: Key,
  ...values: [NamesIn<Texts[Key]>] extends [never] ? [] : [TextValues<Key>]
) => string
