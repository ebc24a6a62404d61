# What stands around the pages, and what the pages say beyond the common words.

## The shell

look = Ver
reload = Recarregar
install-hint = Instalado como aplicativo, o Outrider abre sozinho e o navegador guarda os dados.
sync-saved-short = Salvo
sync-offline-unsent = Sem conexão, { $count } salvas aqui
sync-full = Sem espaço: a última alteração não foi salva
sync-stopped = Parado: recarregue esta página
sync-look = Veja aqui
keys-anywhere = Em qualquer lugar
keys-in-lists = Nas listas
keys-on-records = Em um registro
search-found = Resultados
search-acts = Ações

## Before the app

sign-in-wait = { $count ->
    [one] Tentativas demais. Tente de novo em { $count } segundo.
   *[other] Tentativas demais. Tente de novo em { $count } segundos.
}
locked-title = Este dispositivo está bloqueado
setup-missing = Preencha este campo.
setup-email-wrong = Informe um e-mail, como nome@empresa.com.br.
setup-pipeline = Vendas
setup-stage-contact = Primeiro contato
setup-stage-need = Necessidade entendida
setup-stage-offer = Proposta enviada
setup-stage-negotiation = Negociação
setup-stage-won = Ganho
setup-stage-lost = Perdido

## Today

today-late = { $count ->
    [one] { $count } dia de atraso
   *[other] { $count } dias de atraso
}
today-tick = Concluir: { $name }
today-ticked = “{ $name }” concluída
today-plan = Planejar uma ligação
today-stuck = Negócios sem próximo passo
today-visits = Visitas da semana, por cidade
today-no-town = Cidade desconhecida
today-made = novo
today-changed = alterado

## Import

import-how = Como o arquivo é lido
import-comma = Vírgula
import-semicolon = Ponto e vírgula
import-tab = Tabulação
import-bar = Barra vertical
import-columns = { $count ->
    [one] { $count } coluna
   *[other] { $count } colunas
}
import-own-id = Identificador do próprio Outrider
import-by-name = { $field } ({ $entity }, pelo nome)
import-dates = Ordem das datas
import-day-first = Dia primeiro: 31/12
import-month-first = Mês primeiro: 12/31
import-decimals = Como os números são escritos
import-kept = Guardado para o próximo arquivo com estas colunas
import-mapping-choose = Ler como salvo
import-mapping-name = Guardar estas colunas com um nome
import-check = { $count ->
    [one] Conferir { $count } linha
   *[other] Conferir { $count } linhas
}
import-checking = Conferindo { $done } de { $all } linhas
import-writing = { $count ->
    [one] Salvando { $count } registro neste dispositivo
   *[other] Salvando { $count } registros neste dispositivo
}
import-write = { $count ->
    [one] Importar { $count } registro
   *[other] Importar { $count } registros
}
import-made = { $count ->
    [one] Mais { $count } registro será criado porque as linhas o citam
   *[other] Mais { $count } registros serão criados porque as linhas os citam
}
import-doubtful = { $count ->
    [one] { $count } com dúvida
   *[other] { $count } com dúvida
}
import-accept-all = Aceitar as { $count } sugestões
import-create-all = Criar os { $count } que faltam
import-all-doubts = Mostrar as { $count } dúvidas
import-more-rows = { $count ->
    [one] Mostrar mais; falta { $count } linha
   *[other] Mostrar mais; faltam { $count } linhas
}
import-stays-out = fica de fora
import-line-short = Linha
import-mark = Conferir importação
import-another = Importar outro arquivo

## The sync page

tray-waits-for = Espera por “{ $name }”; segue sozinho quando aquilo for corrigido.
tray-restore-send = Restaurar e enviar
tray-discard-ask = O que você escreveu em “{ $name }” será descartado neste dispositivo. Isso não pode ser desfeito; exporte uma cópia antes, se puder precisar.
unsent-more = { $count ->
    [one] e mais { $count }
   *[other] e mais { $count }
}
notice-restored = Restaurado em “{ $name }”
storage-room = Espaço
storage-safety = Guarda

## Settings

settings-language-hint = Nomes, datas, valores e ordem seguem o idioma.
settings-install-hint = Abre sem as barras do navegador e mantém o armazenamento.
settings-sign-out-hint = Os dados de clientes saem deste dispositivo.
settings-pipelines = Funis e etapas
settings-pipelines-hint = Os passos de um negócio. Uma etapa arquivada não recebe mais negócios; os que estão nela ficam.
settings-pipeline-label = Nome do funil
settings-pipeline-name = Novo funil
settings-stage-label = Nome da etapa
settings-stage-name = Nova etapa
settings-archive = Arquivar
settings-archive-one = Arquivar “{ $name }”
settings-archived = “{ $name }” foi para o arquivo
settings-restore-one = Restaurar “{ $name }”
settings-restored = “{ $name }” está em uso de novo
settings-out-of-use = Arquivados
settings-up = Mover para cima
settings-down = Mover para baixo
settings-everyone = Para todos
settings-lock_days-hint = Um aparelho que passou mais tempo sem falar com o servidor só abre depois de falar com ele. O que falta enviar continua nele.
settings-keep_deleted_days-hint = Até lá, um registro excluído pode ser restaurado.
settings-reading = Quem lê o quê
settings-reading-hint = Administradores leem tudo. O que for restrito sai dos dispositivos de quem não pode mais ler; o que ainda não foi enviado é mantido.
settings-reading-of = { $name }: o que { $role } lê

## Team

team-empty = Adicione as pessoas com quem você trabalha e dê acesso a cada uma.
team-none = Sem equipe
team-in = em { $name }
team-led = liderada por { $name }
team-inactive = Sem acesso
team-changed = { $name }: { $field } alterado
access-lead = Crie um link com o qual a pessoa escolhe uma senha. Você mesmo o envia.
access-make-link = Criar o link
access-take-ask = { $name } sai de todos os dispositivos, e os dados de clientes são removidos deles na próxima conexão.
