import { Command as Palette } from 'cmdk'
import { Check } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import { DialogLayer } from '../primitives/dialog/dialog-layer'
import { Swatch } from '../primitives/swatch'
import { synonymsOf } from '../../words/synonyms/synonyms'
import { type Command, type CommandGroup, usePaletteWords } from './command'
import { useModelCommands } from './model-commands'
import { useHistoryCommands, usePageCommands } from './page-commands'
import { usePictureCommands } from './picture-commands'
import { rankCommands } from './rank-commands'
import { useTagCommands } from './tag-commands'

const useGroups = (query: string): readonly CommandGroup[] => {
  const { t, language } = usePaletteWords()
  const groups = [
    { title: t('commands.pictures'), commands: usePictureCommands(query) },
    { title: t('commands.tags'), commands: useTagCommands(query) },
    { title: t('commands.model'), commands: useModelCommands(query) },
    { title: t('commands.page'), commands: [...useHistoryCommands(), ...usePageCommands()] },
  ]
  // Not cmdk's own ranking: it finds by letters that lie about, and leaves commands that come with the query behind.
  return rankCommands(groups, query, ({ key }) => synonymsOf(language, key.split(' ')[0] ?? ''))
}

const Line = ({ command: { icon: Icon, hue, label, note, chosen } }: { readonly command: Command }) => (
  <>
    {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" /> : null}
    {hue === undefined ? null : <Swatch hue={hue} />}
    <span dir="auto" className="flex-1 truncate">
      {label}
    </span>
    {note ? <span className="ps-4 text-12 text-muted">{note}</span> : null}
    {chosen ? <Check size={16} aria-hidden className="shrink-0 text-accent" /> : null}
  </>
)

const Group = ({
  group,
  onChoose,
}: {
  readonly group: CommandGroup
  readonly onChoose: (one: Command) => void
}) => (
  <Palette.Group
    heading={group.title}
    className="p-1 **:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-12 **:[[cmdk-group-heading]]:text-muted"
  >
    {group.commands.map((command) => (
      <Palette.Item
        key={command.key}
        value={command.key}
        aria-checked={command.chosen ?? undefined}
        onSelect={() => {
          onChoose(command)
        }}
        className="flex h-8 items-center gap-2 rounded-[6px] px-2 text-13 select-none data-[selected=true]:bg-hover touch:h-11 touch:text-14"
      >
        <Line command={command} />
      </Palette.Item>
    ))}
  </Palette.Group>
)

/**
 * Every command of the page behind one field: typed letters find it, arrows choose, Enter runs it. It runs once
 * the palette is closed and focus is back, so that a dialog which it opens gives focus back to the same place.
 */
export const CommandPalette = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = usePaletteWords()
  const [query, setQuery] = useState('')
  const groups = useGroups(query)
  const chosen = useRef<Command | null>(null)
  return (
    <DialogLayer
      onCloseAutoFocus={(event) => {
        if (chosen.current === null) return
        // Runs when focus is back, or stays where the command puts it.
        if (chosen.current.movesFocus) event.preventDefault()
        queueMicrotask(chosen.current.onSelect)
      }}
      className="start-1/2 top-[12dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 animate-fade overflow-hidden rounded-card rtl:translate-x-1/2"
      onClose={onClose}
    >
      <Dialog.Title className="sr-only">{t('commands.title')}</Dialog.Title>
      <Palette label={t('commands.open')} shouldFilter={false} loop>
        <Palette.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t('commands.placeholder')}
          className="h-12 w-full border-b border-line bg-transparent px-4 text-14 outline-none placeholder:text-muted touch:text-16"
        />
        <Palette.List label={t('commands.title')} className="scroll-y max-h-[min(24rem,60dvh)]">
          <Palette.Empty className="px-4 py-6 text-center text-muted">{t('commands.none')}</Palette.Empty>
          {groups.map((group) => (
            <Group
              key={group.title}
              group={group}
              onChoose={(command) => {
                chosen.current = command
                onClose()
              }}
            />
          ))}
        </Palette.List>
      </Palette>
    </DialogLayer>
  )
}
