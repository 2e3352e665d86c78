import { mount } from 'svelte'
import './look/tokens.css'
import './look/desk.css'
import App from './App.svelte'
import { loadWords } from './desk/words.svelte.ts'
import { wear } from './desk/looks.svelte.ts'

wear()
await loadWords()
const target = document.getElementById('desk')
if (target) mount(App, { target })
