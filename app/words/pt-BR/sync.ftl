## The sign of sync, always true

sync-saved-here = Salvo neste dispositivo
sync-sending = Enviando { $count }
sync-with-team = Com a equipe, { $time }
sync-needs-you = { $count ->
    [one] { $count } precisa de você
   *[other] { $count } precisam de você
}
sync-offline = Sem conexão
sync-never = Ainda não sincronizado
sync-now = Sincronizar agora
sync-memory = Nada fica guardado aqui: este navegador não armazena dados

## First sync

first-sync-title = Trazendo seus dados
first-sync-progress = { $records } de { $all } registros, { $size }
first-sync-lead = Depois disso, tudo funciona sem conexão.

## Unsent

unsent-title = Ainda não enviado
unsent-none = Tudo foi enviado
unsent-count = { $count ->
    [one] { $count } alteração
   *[other] { $count } alterações
}
unsent-export = Exportar o que falta enviar
drafts-title = Começado, não registrado
draft-discard = Descartar
act-create = Criado
act-edit = Alterado
act-delete = Excluído
act-restore = Restaurado
act-import = Importado
act-merge = Mesclado
act-undo = Desfeito
act-redo = Refeito
act-retry = Enviado de novo
act-log = Registrado
act-bulk = Alterados em conjunto
act-hand = Passado a um colega
act-other = Trabalho

## The tray: what was rejected

tray-title = Precisa de você
tray-mend = Corrigir
tray-send = Enviar de novo
tray-hand = Passar a um colega
hand-to = Para quem
hand-lead = A pessoa recebe uma tarefa com o que você escreveu, e isso sai da sua lista. Não precisa de rede.
hand-over = Passar
hand-title = Por favor, verifique: { $name }
hand-text = Não foi possível salvar: { $reason }
hand-nobody = Ainda não há mais ninguém trabalhando aqui.
tray-discard = Descartar minha alteração

## Values that did not stand

notice-title = Valores substituídos
notice-superseded = { $name } escreveu ao mesmo tempo; o valor dessa pessoa ficou.
notice-superseded-unknown = Outra pessoa escreveu ao mesmo tempo; o valor dela ficou.
notice-prevailed = { $name } escreveu ao mesmo tempo; o seu valor ficou.
notice-kept = Mantido como está: foi alterado ou usado desde então.
notice-both = Você e { $name } escreveram as mesmas palavras; as duas ficam até alguém resolver.
notice-settle = Ver as duas
notice-merge-crossed = Você e { $name } mesclaram os mesmos dois em sentidos opostos. Agora são um só registro; os dois mantêm seus valores.
notice-restore = Restaurar o meu
notice-restore-theirs = Restaurar o da outra pessoa
notice-dismiss = Deixar assim

## Undo

undo-title = Trabalhos recentes

## Storage

storage-title = Armazenamento neste dispositivo
storage-kept = Fica até você remover
storage-may-clear = O navegador pode limpar se faltar espaço
storage-ask = Manter sempre
storage-memory = Só na memória: some ao fechar esta aba
storage-used = { $used } de { $quota } em uso
storage-records = Registros aqui
storage-last = Último contato com o servidor

## Errors

error-offline = Não foi possível alcançar o servidor. Verifique a conexão e tente de novo.
error-malformed = Não foi possível ler a resposta do servidor.
error-unsent = Há trabalho não enviado neste dispositivo. Envie, exporte ou descarte antes.
error-device = O armazenamento deste dispositivo não funciona. Feche outras abas e recarregue.
error-save-busy = Outra aba foi mais rápida. Tente de novo.
error-save-failed = Não foi possível salvar neste dispositivo.
error-save-full = Não há mais espaço neste dispositivo. Libere espaço e tente de novo.
error-save-killed = O navegador fechou o armazenamento. Recarregue a página; o que foi salvo continua lá.
error-save-lost = O navegador apagou o armazenamento deste dispositivo. O que não foi enviado só está nesta página: exporte e depois recarregue.
error-save-no-one = Ninguém está conectado neste dispositivo.
error-locked-blocked = Outra aba, com uma versão mais antiga, está usando o armazenamento. Feche-a; esta continua sozinha.
error-locked-disabled = Seu acesso foi retirado. O que faltava enviar fica guardado para você.
error-locked-newer = Uma versão mais nova está aberta em outra aba. Recarregue esta.
error-locked-store = O armazenamento deste dispositivo não abre. Feche outras abas e recarregue.
error-locked-too-long = Este dispositivo ficou tempo demais sem contato com o servidor. Conecte-se para desbloquear.
error-sync-damaged = Uma parte dos seus dados chegou danificada. Ela será buscada de novo; o que está neste aparelho permanece.
error-sync-malformed = Não foi possível ler a resposta do servidor. Seu trabalho continua aqui.
error-sync-old-app = Atualize o aplicativo para continuar sincronizando. Seu trabalho continua aqui.
error-sync-other-person = Outra pessoa está conectada neste navegador. Entre de novo para enviar seu trabalho.
error-sync-refused = O servidor não aceita seu trabalho agora. Ele continua aqui.
error-sync-server-full = O disco do servidor está cheio. Seu trabalho fica aqui até haver espaço.
error-sync-signed-out = Entre de novo para enviar seu trabalho.
