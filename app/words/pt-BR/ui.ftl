## General

add = Adicionar
apply = Aplicar
back = Voltar
call = Ligar
cancel = Cancelar
change = Alterar
choose-none = Nenhuma opção
close = Fechar
copied = Copiado
copy = Copiar
create = Criar
create-named = Criar “{ $name }”
currency = Moeda
delete = Excluir
delete-one = Excluir “{ $name }”
deleted-many = { $count ->
    [one] { $count } registro excluído
   *[other] { $count } registros excluídos
}
deleted-one = “{ $name }” excluído
done = Pronto
edit = Editar
everyone = Todos
export = Exportar
export-failed = Não foi possível gravar o arquivo. Tente com menos registros.
export-too-long = Um texto é maior do que a célula de uma planilha. Exporte como CSV.
exporting = { $done } de { $all }
find-or-create = Buscar ou criar
format-csv = CSV
format-icalendar = Calendário
format-vcard = vCard
format-xlsx = Excel
gave-many = { $count ->
    [one] { $count } registro passado para { $value }
   *[other] { $count } registros passados para { $value }
}
menu = Menu
message = Mensagem
more = Mais
new-one = Novo: { $name }
next = Próximo
no = Não
none = Nenhum
nothing-found = Nada encontrado
now = Agora
one-of = { $at } de { $all }
open = Abrir
optional = opcional
previous = Anterior
redo = Refazer
remove-one = Remover { $name }
required = Obrigatório
restore = Restaurar
retry = Tentar de novo
save = Salvar
saved = Salvo
saved-here-at-once = Salvo na hora neste dispositivo
skip = Pular
today = Hoje
undo = Desfazer
undone = Desfeito
untitled = Sem nome
value-newer = Aparece após uma atualização
yes = Sim

## Days beside today

day-yesterday = ontem
day-today = hoje
day-tomorrow = amanhã

## Address parts

address-city = Cidade
address-country = País
address-postcode = CEP
address-region = Estado
address-street = Rua e número

## Navigation

nav = Menu principal
nav-collapse = Recolher menu
nav-duplicates = Duplicatas
nav-import = Importar
nav-search = Busca
nav-settings = Configurações
nav-sync = Sincronização
nav-team = Equipe
nav-today = Hoje
skip-to-content = Ir para o conteúdo

## Signing in, the first admin, access

sign-in = Entrar
sign-in-email = E-mail
sign-in-first-online = O primeiro acesso em um dispositivo precisa de conexão.
sign-in-password = Senha
sign-in-working = Entrando
sign-out = Sair
sign-out-anyway = Sair e descartar
sign-out-export = Exportar o que falta enviar
sign-out-keep = Sair e manter aqui
sign-out-kept = O que não foi enviado fica neste dispositivo para você: { $count }. Entre de novo para enviar.
sign-out-drafts = { $count ->
    [one] { $count } nota foi começada e não registrada.
   *[other] { $count } notas foram começadas e não registradas.
}
sign-out-unsent = { $count ->
    [one] { $count } alteração ainda não foi enviada.
   *[other] { $count } alterações ainda não foram enviadas.
}
setup-title = Configure seu espaço de trabalho
setup-lead = Você é a primeira pessoa aqui e será o administrador.
setup-workspace = Empresa ou equipe
setup-name = Seu nome
setup-password-hint = Pelo menos dez caracteres
setup-create = Criar espaço de trabalho
access-title = Acesso
access-give = Dar acesso
access-take = Retirar acesso
access-link = Envie este link para { $name }. Ele funciona uma vez.

## Today

today-due = Para hoje
today-planned = Ligações e visitas
today-recent = Alterados recentemente
today-none-due = Nada para hoje
today-none-planned = Nenhuma ligação ou visita planejada
today-none-recent = Nada mudou recentemente

## Record page, timeline, composer

record-facts = Dados
record-timeline = Linha do tempo
record-related = Relacionados
record-unsent = Ainda não enviado
record-needs-you = Precisa de você
history-lost = não prevaleceu
timeline-none = Nada aconteceu ainda. Registre a primeira ligação.
timeline-planned = Planejado
timeline-all = Tudo
composer-call = Registrar ligação
composer-visit = Registrar visita
composer-meeting = Registrar reunião
composer-email = Registrar e-mail
composer-note = Salvar anotação
composer-task = Criar tarefa
composer-write = O que foi dito ou combinado?
composer-what-to-do = O que precisa ser feito?

## Search

search = Buscar
search-everything = Buscar em tudo
search-in = Buscar em { $name }
search-none = Nada encontrado para “{ $query }”

## Settings

settings-appearance = Aparência
settings-device = Este dispositivo
settings-device-name = Nome deste aparelho
settings-device-name-hint = Para distinguir seus aparelhos.
settings-device-guess = { $browser } em { $system }
settings-install = Instalar como aplicativo
settings-language = Idioma
settings-theme = Tema
settings-theme-dark = Escuro
settings-theme-light = Claro
settings-theme-system = Como o sistema
settings-version = Versão { $version }

## A new version

update-ready = Uma nova versão está pronta. Nada do que falta enviar se perde.
update-now = Atualizar agora
update-later = Depois

## Keyboard help

keys-title = Atalhos do teclado
keys-everything = Buscar em tudo
keys-search = Buscar nesta lista
keys-move = Descer e subir
keys-open = Abrir o registro
keys-peek = Espiar o registro
keys-edit = Editar
keys-create = Criar
keys-call = Registrar uma ligação
keys-task = Criar uma tarefa
keys-select = Selecionar
keys-undo = Desfazer a última ação
keys-go = Ir para uma página
keys-help = Mostrar esta lista
keys-cells = Ao longo da linha; Enter escreve o valor
keys-columns = No topo da coluna: mover, com Shift alargar
