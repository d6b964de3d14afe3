/**
 * Every screen of the app by name, over made-up pictures and models: `npm run dev`, then `/gallery.html`. Nothing of it
 * is built. With `?scene=` it is that scene; without, the list of all with a frame beside it.
 */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { LANGUAGES, type Language } from '../../core/preferences/language'
import type { Theme } from '../../state/app-state'
import { applyTheme } from '../../ui/render-app'
import { scenes } from './scenes'
import { openStage, type Look } from './stage'

const THEMES: readonly Theme[] = ['light', 'dark']
const WIDTHS = [1440, 1024, 390, 360] as const

const showScene = async (root: HTMLElement, name: string, look: Look): Promise<void> => {
  const scene = Object.values(scenes)
    .flat()
    .find((each) => each.name === name)
  if (!scene) throw new Error(`There is no scene called ${name}.`)
  await scene.reach?.(await openStage(root, look, scene.options ?? {}))
}

interface ChoiceProps<T extends string | number> {
  readonly label: string
  readonly all: readonly T[]
  readonly chosen: T
  readonly choose: (one: T) => void
}

const Choice = <T extends string | number>({ label, all, chosen, choose }: ChoiceProps<T>) => (
  <label className="flex items-center justify-between gap-2">
    {label}
    <select
      value={chosen}
      onChange={({ target }) => {
        const one = all[target.selectedIndex]
        if (one !== undefined) choose(one)
      }}
    >
      {all.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  </label>
)

const Gallery = () => {
  const [name, setName] = useState(Object.values(scenes)[0]?.[0]?.name ?? '')
  const [theme, setTheme] = useState<Theme>('light')
  const [language, setLanguage] = useState<Language>('en')
  const [width, setWidth] = useState<number>(1440)
  const address = `?${new URLSearchParams({ scene: name, theme, language }).toString()}`
  return (
    <main className="fixed inset-0 flex">
      <nav className="w-64 shrink-0 overflow-auto p-3">
        <Choice label="Theme" all={THEMES} chosen={theme} choose={setTheme} />
        <Choice label="Language" all={LANGUAGES} chosen={language} choose={setLanguage} />
        <Choice label="Width" all={WIDTHS} chosen={width} choose={setWidth} />
        {Object.entries(scenes).map(([group, list]) => (
          <section key={group}>
            <h2 className="mt-3 font-semibold">{group}</h2>
            {list.map((scene) => (
              <button
                key={scene.name}
                className="block w-full py-0.5 text-start aria-pressed:font-semibold"
                aria-pressed={scene.name === name}
                onClick={() => {
                  setName(scene.name)
                }}
              >
                {scene.name}
              </button>
            ))}
          </section>
        ))}
      </nav>
      <iframe
        key={address}
        title={name}
        src={address}
        style={{ width, height: '100%' }}
        className="shrink-0"
      />
    </main>
  )
}

const root = document.getElementById('root')
const asked = new URLSearchParams(location.search)
const scene = asked.get('scene')
if (root && scene !== null) {
  const theme = THEMES.find((each) => each === asked.get('theme')) ?? 'light'
  const language = LANGUAGES.find((each) => each === asked.get('language')) ?? 'en'
  applyTheme(theme)
  void showScene(root, scene, { theme, language })
} else if (root) createRoot(root).render(<Gallery />)
