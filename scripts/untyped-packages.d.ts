declare module 'eslint-plugin-jsx-a11y' {
  const plugin: {
    readonly flatConfigs: Readonly<Record<'recommended' | 'strict', import('eslint').Linter.Config>>
  }
  export default plugin
}
