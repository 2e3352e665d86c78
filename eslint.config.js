import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const source = ['src/**/*.ts', 'scripts/**/*.ts', 'gold/**/*.ts', 'bench/**/*.ts']

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'src/web/**/*.svelte', 'src/model/words.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { files: ['scripts/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
      'no-misleading-character-class': 'off',
    },
  },
  {
    // Sizes of HOUSE: rows (data) and examples are exempt.
    files: source,
    ignores: ['src/**/*.examples.ts', 'src/**/*.test.ts'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
)
